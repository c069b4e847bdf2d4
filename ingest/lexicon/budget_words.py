"""Words by which an evaluation of money is told from one of something else."""

from __future__ import annotations

import re

_NAMES_BUDGET = re.compile(
    r"绩效(?!(?:管理)?考核)|项目|资金|经费|支出|预算|专项|补[助贴偿]|基金|转移支付|债券|采购|工程|(?<![消免])费用?(?=自评|自我|评价|$)"
)
_OF_MANAGEMENT = re.compile(r"绩效管理(?:工作)?(?:情况)?的?自[评查]")
_PERFORMANCE = re.compile(r"绩效(?!(?:管理)?考核)")
_OF_INSPECTORS = re.compile(
    r"审计(?:结果|工作|情况|调查|报告|整改)|巡[察视](?:反馈|整改|情况)|监督检查(?:情况|结果)|通报$"
)
_LONGEST_TITLE = 60
_OF_ALL_UNITS = re.compile(r"全[省市县区州盟旗][^，。；\d]{0,6}\d+个(?:一级)?(?:预算)?(?:部门|单位)")


def names_budget(title: str) -> bool:
    """Whether a title speaks of money, or of performance that is no appraisal of staff: 某资金自评报告, and neither
    法治政府建设自评报告 nor 年度绩效考核自评报告."""
    return _NAMES_BUDGET.search(title) is not None


def judges_management(title: str) -> bool:
    """Whether a title is of how performance is managed, be it by a bureau: 预算绩效管理工作自评报告."""
    return _OF_MANAGEMENT.search(title) is not None


def speaks_of_performance(text: str) -> bool:
    """Whether a text speaks of performance other than that of staff (绩效考核)."""
    return "绩效" in text and _PERFORMANCE.search(text) is not None


def is_of_inspectors(line: str) -> bool:
    """Whether a line heads what inspectors write of a unit, or a bureau tells all units: 审计结果公告, 通报."""
    return len(line) <= _LONGEST_TITLE and _OF_INSPECTORS.search(line) is not None


def is_of_all_units(text: str) -> bool:
    """Whether a sentence tells of the units of a whole region: 全县78个预算部门开展了自评."""
    return "全" in text and _OF_ALL_UNITS.search(text) is not None
