# ruff: noqa: E501  (a vocabulary is read by the line)
"""Whether words state what was, in the year and the division of the report, and how sure they are of it."""

from __future__ import annotations

import re

_NOT_DONE = re.compile(
    r"(?:未|没有|(?<!接)待|拟|欠|(?<!对)应(?!执行数)|需|将|预计|(?<![按照])计划)(?:能|予|及时|实际|完成|足额|全部|要|用于)*(?:(?:支付|支出|使用|执行|拨付|到位|下达|列支|报账|付款?)(?:完毕?|完成)?(?:的|中央|[省市县区本上]级|财政|专项|补助|资金|经费|金额|数|(?:工程|设备|进度|首付?|尾|余|货)?款项?|质保金)*|(?:发放|兑付|兑现)[^，。；]{0,12})$"
)
_APPLIED_FOR = re.compile(
    r"(?:申请|申报|送审|报送|发行)(?:财政|地方|政府|债券|专项|项目|预算|补助|中央|省级|市级|上级)*(?:资金|经费|预算|金额|数)*(?:支付|支出|解决)?$|"
    r"(?:仍|还|共|总)?需(?:要|由)?(?:中央|上级|地方|[省市州县区本]级?)?(?:财政)?(?:安排|投入|补助|配套|筹集|解决)(?:资金|经费)?$"
)
_REVIEWED_WORK = re.compile(r"(?:评审|审计|结算|审定|审核)[^，。；]{0,4}(?:核减|审减|审定|核定)|审减")
_SEVERAL_YEARS = re.compile(
    r"[二三四五两][个]?年(?:共|总|合计|累计|期间|内)|概算|总投资|20\d\d\s*年?度?[、和及与]\s*20\d\d\s*年|20\d\d\s*年?\s*[-—~～至到]+\s*20\d\d\s*年"
)
_COMPARED = re.compile(
    r"(?:未达到?|未能达到|没有达到|低于|不低于|不少于|不超过|高于|大于|小于|少于|不足|预计|力争|要求|应|控制在|比上年(?:同期)?|较上年|[较比]20\d\d年度?的|同比)(?:了|提高|上升|增长|增加|减少|下降|降低)*$"
)
_EACH = r"\s*(?:每|[/／]\s*每?)[人户月亩头天日次生个名吨台只株套册件辆班学公平]"
"""What an amount is for each of, behind it: 500元/人·月, 36.66元每月."""
_BOUND = re.compile(rf"^(?:{_EACH}|以上|以下|以内|左右|的?目标|的标准|[（(]含[)）]|[-－—~～至]\d)")
_NOT_DONE_BEHIND = re.compile(
    r"^\s*(?:资金|经费)?(?:尚?未|没有)(?:能|足额|全部|全额|及时|按时|完全)*(?:到位|下达|拨付|支付|支出|安排|落实)"
)
_EARLIER = re.compile(r"(?:上年|去年|上一年度?|往年|同期)(?!持平|一致|相同|度?[末底]?(?:结转|结余)|[末底]?提前)")
_UNTIL_MONTH = re.compile(
    r"(?:截[止至]|到)(?:20\d\d年)?\s*(?P<month>\d{1,2})月"
    r"|(?<!\d)(?P<end>\d{1,2})月[底末](?:累计|已|实际|预算|资金|项目)*(?:支出|支付|执行|使用)"
)
_MONTHS = 12
_MAY_BE_PART_OF_YEAR = re.compile(r"[月季半]")
_PART_OF_YEAR = re.compile(
    r"[上下]半年|前三季度|(?<!截至)(?<!截止)第?[一二三四1-4]季度|[春秋]季学?期?|\d{1,2}\s*[-—－至到~]\s*(?:[1-9]|10|11)月"
)
_EXPLICIT = {
    "initial_budget": re.compile(r"年初"),
    "annual_budget": re.compile(r"(?:全年|年度|本年|当年)预算|调整后|调整预算|预算(?:确定|调整)数"),
    "funds_received": re.compile(r"到位|到账"),
    "executed": re.compile(
        r"(?:全年|实际|累计|本年|当年|年度|截[止至].{0,14})(?:总|共)?(?:支出|执行|支付|使用|列支)|执行数|支出数|决算"
    ),
}
_OWN_YEAR = re.compile(r"全年|年初|本年|当年|年末|年底|12月31日|年度预算")
_WIDER_AREA = re.compile(r"[全各](?P<area>[国省市州区县])")
_OWN_SHARE = re.compile(r"其中[^，。；]{0,8}[我本][省市州盟县区旗镇乡街校院局单部]")
_OWN = re.compile("[，,；;。]\\s*[我本](?P<who>[省市州盟县区旗镇乡街校院局单])")
_APPROXIMATE = re.compile(r"(?:约|近|接近|大概)$")


def is_no_fact(about: str, behind: str) -> bool:
    """Whether a figure is only compared with, applied for, still to be spent, of several years or of other times."""
    words = (_COMPARED, _NOT_DONE, _APPLIED_FOR, _REVIEWED_WORK, _SEVERAL_YEARS)
    return (
        any(pattern.search(about) for pattern in words)
        or bool(_BOUND.match(behind) or _NOT_DONE_BEHIND.match(behind))
        or is_of_other_time(about)
    )


def is_compared(about: str, behind: str) -> bool:
    """Whether a figure is only compared with, or a bound: 执行率未达到90%, 80%以上."""
    return bool(_COMPARED.search(about) or _BOUND.match(behind))


def is_of_other_time(about: str) -> bool:
    """Whether words speak of the year before, or of a part of the year that is no year's end (截至7月底, 1-7月)."""
    if _EARLIER.search(about):
        return True
    if not _MAY_BE_PART_OF_YEAR.search(about):
        return False
    until = _UNTIL_MONTH.search(about)
    return bool(until and int(until["month"] or until["end"]) < _MONTHS) or bool(_PART_OF_YEAR.search(about))


def is_of_wider_area(about: str, share: str) -> bool:
    """Whether an amount is a division's whole, of which `share`, the words behind it, name the writer's own: 全省共下达12
    亿元，其中我县350万元."""
    wider = _WIDER_AREA.search(about)
    if wider is None:
        return False
    own = _OWN.match(share)
    return bool(_OWN_SHARE.search(share)) or (own is not None and own["who"] != wider["area"])


def is_of_area(about: str) -> bool:
    """Whether words speak of all of a division: 全省共支出."""
    return bool(_WIDER_AREA.search(about))


def is_explicit(measure: str, about: str, has_year: bool) -> bool:
    """Whether the words before an amount name its measure beyond doubt, and its year (`has_year`: they give one)."""
    named = _EXPLICIT.get(measure)
    return bool(named and named.search(about) and (has_year or says_own_year(about)))


def says_own_year(about: str) -> bool:
    """Whether words say that a figure is of the year evaluated: 全年预算, 年底."""
    return bool(_OWN_YEAR.search(about))


def is_approximate(about: str) -> bool:
    """Whether the words before a figure say that it is rounded: 约32万元."""
    return bool(_APPROXIMATE.search(about))
