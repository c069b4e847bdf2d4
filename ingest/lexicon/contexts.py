"""The context that a label gives to the figures beside or below it: money, rate or score."""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.lexicon.labels import MONEY_MEASURES, RATE_MEASURES, column_concept, money_unit, row_concept
from ingest.lexicon.text import fold

_CONCEPTS = {
    **dict.fromkeys((*MONEY_MEASURES, "carryover", "revenue"), "money"),
    **dict.fromkeys(RATE_MEASURES, "rate"),
    **dict.fromkeys(("weight", "score", "deduction", "score_rate", "review_score"), "score"),
    **dict.fromkeys(("level1_weight", "level2_weight"), "score"),
}
_WORDS = (
    ("score", re.compile(r"(?:得分|评分|打分|评价分|自评分|总分|分值|分数|权重|加分|扣分)(?:值|数|情况)?$")),
    (
        "rate",
        re.compile(
            r"(?:预算|资金|执行|支出|支付|使用|到位|拨付|结转|结余).{0,8}(?:率|进度|比例|比重|占比)$|^(?:占比|比例|进度)$"
        ),
    ),
    (
        "money",
        re.compile(
            r"(?:资金|经费|金额|预算|决算|支出|收入|拨款|款项|结转|结余|执行|自筹|财政|投入|费用|补助)(?:数|额|总额|合计|小计|情况)?$|^总额$|(?:收入|支出)性质分类?$|(?:债券|发行|资金|预算)额度$"
        ),
    ),
)
_ELSEWHERE = re.compile(
    r"序号|[行栏列]次|编码|编号|代码|年份|年度$|月份|日期|时间|人数|数量|次数|电话|文号|备注|说明|原因|"
    r"单价|人均|每[人户台年月次亩个]|标准|合同|中标|签约|招商|引进|产值|税|销售|收益|贷款|罚款|捐赠|固定资产|总投资"
)
_NAMES_BY_NUMBER = re.compile(r"(?:电话|手机|邮编|邮政编码|编码|编号|代码|文号|日期)(?:号码?)?[:：]?$")
_BRACKETS = re.compile(r"\([^()]*\)")


def is_elsewhere(label: str) -> bool:
    """Whether a label ties its figures to something other than this budget, or says that they are no amounts: 序号."""
    return column_concept(label) is not None or bool(_ELSEWHERE.search(fold(label)))


def names_by_number(label: str) -> bool:
    """Whether the number beside a label counts nothing: that of a telephone or a code."""
    return bool(_NAMES_BY_NUMBER.search(fold(label)))


@lru_cache(maxsize=4096)
def context(label: str) -> str | None:
    """money, rate or score for a label of this budget or its evaluation; None where a label says neither, or ties its
    figures to something else: 合同金额, 人均支出."""
    if row_concept(label) == "total":
        return "score" if "分" in label else None
    concept = column_concept(label)
    if concept is not None:
        return _CONCEPTS.get(concept)
    bare = _BRACKETS.sub("", fold(label)).strip(":：")
    if _ELSEWHERE.search(bare):
        return None
    told = next((kind for kind, pattern in _WORDS if pattern.search(bare)), None)
    return told or ("money" if money_unit(label) else None)
