"""Which rate the words before a percentage name."""

from __future__ import annotations

import re

from ingest.lexicon.phrases.facts import is_compared, is_of_other_time

_RATES = (
    (
        "execution_rate",
        r"(?:预算|资金|经费)*(?:总体)?执行率|(?:预算|资金|经费)*支出率|预算使用率|预算执行(?:总体)?进度|(?:预算|资金)?(?:支出|支付)进度(?:比[率例])?|完成(?:年初|全年|调整后?)?预算(?:数)?的?|占(?:年初|全年|调整后?)?预算(?:数)?的",
    ),
    (
        "funds_received_rate",
        r"(?:资金|预算)?(?<!设备)(?<!人员)(?<!物资)(?<!材料)(?<!教师)到位率|到位资金[与占和](?:计划|预算|应到位)[^，。]{0,10}的?比(?:率|例|重)",
    ),
    (
        "other_rate",
        r"(?:追加|调[整增减]|压减|结[转余]|采购|三公)[^，。；]{0,10}占(?:年初|全年|调整后?)?预算(?:数)?的|及时率|(?:合同|工程款?|进度款|民生|到位资金)[^，。；]{0,6}(?:支付|支出)(?:进度|率)|(?:执行及时|制度执行|任务执行|计划执行|(?:采购|收入|非税|政策|合同|标准)(?:预算|计划)?执行|得分|控制|节约|变动|调整|偏差)率",
    ),
)
_LAST_RATE = re.compile(r"(?:率|进度|比例|预算(?:数)?的?)(?P<link>(?:(?!率|进度|比例).)*)$")
_BETWEEN_RATES = re.compile(r"(?<=率)[、和及与]")
_ANOTHER_RATE = re.compile(r"[率比]")
_CHANGED = re.compile(r"由$|由\d|^(?:提高|上升|下降|降低|增加)?到(?![位账])|从$")
_TAKEN_OUT = re.compile(
    r"(?:剔除|排除|除去|去除|不含|不考虑|不计|扣[除减])[^，,。；;]*(?:后|因素|影响|情况下)[，,]?[^，,。；;]*$"
    r"|[如若](?:剔除|不含|不考虑|不计|扣[除减])[^，,。；;]*[，,]?[^，,。；;]*$|(?<![扣剔去排])除[^，,。；;]+外[，,]?(?:预算|资金|其余)*执行率[为达]?$"
)
_AIMED_AT = re.compile(r"目标|指标值|计划|标准|要求|权重|分值|比重|(?<!占)下达")
_LONGEST_LINK = 12
_OPERATORS = tuple("≥≤≧≦＞＜><")
RATE_PATTERNS = tuple((measure, re.compile(pattern)) for measure, pattern in _RATES)


def rate_measures(about: str, behind: str = "") -> list[str]:
    """The rates that a percentage states: one, or several where they share it (资金到位率、预算执行率均为100%)."""
    if (
        about.endswith(_OPERATORS)
        or is_compared(about, behind)
        or is_of_other_time(about)
        or _CHANGED.search(about + behind)
    ):
        return ["other_rate"]
    last = _LAST_RATE.search(about)
    if last is None or len(last["link"]) > _LONGEST_LINK or _AIMED_AT.search(last["link"]):
        return ["other_rate"]
    return list(dict.fromkeys(_rate(clause) for clause in _BETWEEN_RATES.split(about)))


def is_corrected(words: str) -> bool:
    """Whether words take something out first, so that what stands behind them is not what was: 剔除追加资金后."""
    return ("除" in words or "不" in words) and bool(_TAKEN_OUT.search(words))


def _rate(clause: str) -> str:
    """The rate that a clause names last, `other_rate` where another one stands behind it: 执行率得分率."""
    best = max(
        (
            (match.end(), match.end() - match.start(), measure)
            for measure, pattern in RATE_PATTERNS
            for match in pattern.finditer(clause)
        ),
        default=None,
    )
    if best is None or _ANOTHER_RATE.search(clause[best[0] :]):
        return "other_rate"
    return best[2]
