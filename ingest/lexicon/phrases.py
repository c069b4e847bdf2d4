# ruff: noqa: E501  (a vocabulary is read by the line)
"""What the words before a figure say it is: the phrases of budget prose.

Among the phrases that occur, the one that ends last decides (支出预算 is a budget, 预算支出 is spending); of two that
end at the same place the longer one does.
"""

from __future__ import annotations

import re

_MONEY = (
    (
        "annual_budget",
        r"调整预算数|调整后(?:的)?(?:全年)?预算|全年预算数?|预算确定数|年度预算|预算总额|总预算|预算(?:批复|安排|核定|下达)?(?:资金|金额|数|总额|额|经费)?",
    ),
    (
        "initial_budget",
        r"年初(?:批复|安排|核定|下达)?(?:的)?(?:部门|财政|项目)?预算(?:安排|批复|批准)?(?:资金|金额|数|经费)?|年初(?:批复|安排)(?:资金|数)?",
    ),
    (
        "budget_adjustment",
        r"(?:预算)?(?:年中)?(?:调整|追加|调增|调减|核减)(?:预算)?(?:资金|金额|数|经费)?|预算(?:追加|调整|调增|调减)(?:资金|金额|数)?",
    ),
    (
        "executed",
        r"完成(?:预算)?资金|(?:实际|全年|累计|本年|资金|项目|经费|共|总)*(?:支出|支付|列支|使用)(?:资金|金额|数|总额|合计|共计|经费|决算)*|(?:预算)?(?:全年)?执行(?:数|金额|资金)?|决算数?|(?:实际)?使用(?:资金|金额|经费)",
    ),
    (
        "funds_received",
        r"(?:实际|资金|全年|财政|预算)*到位(?:财政)?(?:资金|金额|数|经费)?|到账(?:资金|金额)?|(?:实际)?收到(?:财政)?(?:拨款|资金|拨入)?",
    ),
    (
        "appropriated",
        r"(?:财政)?(?:下达|拨付|安排|划拨|核拨|拨款|批复|批准|补助|投入)(?:项目|专项|财政|补助)*(?:资金|经费|金额|拨款)?|财政(?:资金|经费|拨款)",
    ),
    ("carryover", r"结转(?:和|及)?结余(?:资金)?|(?:上年|年初|年末)?(?:结转|结余)(?:资金|数)?"),
    ("revenue", r"(?:本年|全年|总|年度)*收入(?:合计|总计|决算数?|预算)?"),
    (
        "other_amount",
        r"结余分配|非财政拨款结余|单价|工资|产值|税收|投资|贷款|合同(?:金额|价|款|总价)|中标(?:金额|价)|收费|罚款|销售|成本|标准|人均|收益|结算|采购",
    ),
)
_RATES = (
    (
        "execution_rate",
        r"(?:预算|资金|经费)*(?:总体)?执行率|预算使用率|预算执行进度|(?:预算|资金)?支出进度|完成(?:年初|全年|调整)?预算(?:数)?的|占(?:年初|全年|调整)?预算(?:数)?的",
    ),
    ("funds_received_rate", r"(?:资金|预算)?到位率|到位资金[与占和](?:计划|预算|应到位)[^，。]{0,10}的?比(?:率|例|重)"),
    ("other_rate", r"及时率|执行及时率|制度执行率|任务执行率|计划执行率"),
)
# fmt: off
_OTHER_SUBJECT = re.compile(
    r"引进|招商|签约|产值|税|GDP|固定资产|贷款|工资|单价|人均|每[人户台年月次亩个]|收益|增收|增加值|销售|营业|罚款|合同|中标|捐赠|补助标准|省外|社会资本|节约|"
    r"结余分配|非财政拨款结余|单位成本|挽回|资产"
)
_COMPARED = re.compile(r"(?:未达到?|未能达到|没有达到|低于|不低于|不少于|不超过|高于|大于|小于|少于|不足|预计|力争|要求|应)(?:了)?$")
_EARLIER = re.compile(r"(?:上年|去年|上一年度?|往年|同期)(?!度?(?:结转|结余))")
_UNTIL_MONTH = re.compile(r"(?:截[止至]|到)(?:20\d\d年)?\s*(?P<month>\d{1,2})月")
_PART_OF_YEAR = re.compile(r"上半年|前三季度|\d{1,2}\s*[-—－至到~]\s*(?:[1-9]|10|11)月")
_CHANGED = re.compile(r"由$|由\d|^(?:提高|上升|下降|降低|增加)?到|从$")
_BOUND = re.compile(r"^(?:以上|以下|以内|左右|的?目标|的标准)")
# fmt: on
_MONEY_PATTERNS = tuple((measure, re.compile(pattern)) for measure, pattern in _MONEY)
_RATE_PATTERNS = tuple((measure, re.compile(pattern)) for measure, pattern in _RATES)

TOTAL = re.compile(r"总(?:体)?得?分|综合(?:得|评)分|合计")
SECTION_NAME = re.compile(
    r"(?:项目)?(?P<name>决策|投入|过程|管理|产出|效益|效果|满意度|成本|预算执行|执行率)(?:指标|类|情况|方面)?(?:得分|自评|满分|权重|分值|[（(:：]|$)?"
)
_TOTAL_SCORE = re.compile(
    r"总(?:体)?得?分|自评(?:总)?(?:得)?分|综合(?:得|评)分|(?:评价|最终|评定|考核)(?:总)?得?分|得分|评分|自评$|(?:自评|评价|评)为$"
)


def _last(text: str, patterns: tuple[tuple[str, re.Pattern[str]], ...]) -> str | None:
    best: tuple[int, int, str] | None = None
    for measure, pattern in patterns:
        for match in pattern.finditer(text):
            rank = (match.end(), match.end() - match.start(), measure)
            if best is None or rank[:2] > best[:2]:
                best = rank
    return best[2] if best else None


def lowers(about: str) -> bool:
    """Whether an adjustment lowers the budget: 调减20万元 is −20."""
    return bool(re.search(r"调减|核减|压减|削减|减少|收回", about))


def money_measure(about: str, behind: str = "") -> str | None:
    """The measure of an amount by the words before it; None when they do not say, `other_amount` when they tie the
    figure to something other than this budget or only set a bound for it."""
    if _OTHER_SUBJECT.search(about) or _COMPARED.search(about) or _BOUND.match(behind) or is_of_other_time(about):
        return "other_amount"
    return _last(about, _MONEY_PATTERNS)


def without_measures(words: str) -> str:
    """What is left of words when all that names a measure or a time is taken away: nothing, if they name no item."""
    for _, pattern in _MONEY_PATTERNS:
        words = pattern.sub("", words)
    return re.sub(
        r"截[止至].*[日底月]|20\d\d年度?|全年|本年|当年|实际|累计|年末|总额|共计?|合计|[\W_为是达约]", "", words
    )


def rate_measures(about: str, behind: str = "") -> list[str]:
    """The rates that a percentage states: one, or several where they share it (资金到位率、预算执行率均为100%)."""
    if _COMPARED.search(about) or _BOUND.match(behind) or is_of_other_time(about) or _CHANGED.search(about + behind):
        return ["other_rate"]
    found = []
    for clause in re.split(r"(?<=率)[、和及与]", about):
        measure = _last(clause, _RATE_PATTERNS)
        if measure and re.search(r"率|进度|比例|的\s*$", clause):
            found.append(measure)
    if not found or "other_rate" in found:
        return ["other_rate"]
    last = re.search(r"[\u4e00-\u9fff]{0,8}?(?:率|进度|比例|预算数?的)(?P<link>[^率]*)$", about)
    if last is None or len(last["link"]) > 12:
        return ["other_rate"]
    return list(dict.fromkeys(found))


def is_total_score(about: str) -> bool:
    """Whether points behind these words are a report's total."""
    return bool(_TOTAL_SCORE.search(about)) and not is_of_other_time(about)


def is_of_other_time(about: str) -> bool:
    """Whether words speak of the year before, or of a part of the year that is no year's end (截至7月底, 1-7月)."""
    if _EARLIER.search(about):
        return True
    until = _UNTIL_MONTH.search(about)
    return bool(until and int(until["month"]) < 12) or bool(_PART_OF_YEAR.search(about))
