"""Words by which an evaluation of money is told from one of something else."""

from __future__ import annotations

import re

_NAMES_BUDGET = re.compile(
    r"绩效(?!(?:管理)?考核)|项目|资金|经费|支出|预算|专项|补[助贴偿]|基金|转移支付|债券|采购|工程|(?<![消免])费用?(?=自评|自我|评价|$)"
)
_PERFORMANCE = re.compile(r"绩效(?!(?:管理)?考核)")


def names_budget(title: str) -> bool:
    """Whether a title speaks of money, or of performance that is no appraisal of staff: 某资金自评报告, and neither
    法治政府建设自评报告 nor 年度绩效考核自评报告."""
    return _NAMES_BUDGET.search(title) is not None


def speaks_of_performance(text: str) -> bool:
    """Whether a text speaks of performance other than that of staff (绩效考核)."""
    return "绩效" in text and _PERFORMANCE.search(text) is not None
