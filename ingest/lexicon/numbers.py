"""Figures as reports print them: one in a cell, or many in a sentence.

Accepted: half and full width digits, thousands separators, in text also blanks (预算18 189万元), signs, %/％, the
units 亿元, 万元, 元 and a bare 万 or 亿 behind money, ¥ before it, points (分), one unit behind several figures
(10、20、30万元), a unit that stands with the label: 预算数（万元）：85. A dash, a slash, 无 or a range (48~50万元) is
no figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from ingest.lexicon.note_marks import figure_without, has_raised_digit
from ingest.lexicon.numerals import chinese_number
from ingest.lexicon.text import normal

_UNSIGNED = r"(?:\d{1,3}(?:[,，]\d{3})+|\d+)"
_NUMBER = rf"[-+－＋−]?{_UNSIGNED}(?:[.．]\d+)?"
# Blanks part thousands only right behind words, unless these number something: 预算18 189万元, but 表3 150万元.
_PARTED_BY_BLANKS = r"(?<=[\u4e00-\u9fff：:].)(?<![表件第注号附].)\d{0,2}(?:[ \u00a0]\d{3})+(?!\d)"
# What must not stand before a number is asked behind its first character: a search stops only where one may begin.
_NUMBER_IN_TEXT = (
    r"[-+－＋−\d](?<![\dA-Za-z.．~～^－-].)(?<![^元%％]−.)(?<![元%％]−)"
    r"(?<!\d[,， \u3000—–至].)(?<![%％][-－])(?<!含[)）][-－])"
    rf"(?:{_PARTED_BY_BLANKS}|(?<=\d)(?:\d{{0,2}}(?:[,，]\d{{3}})+|\d*)|(?<!\d){_UNSIGNED})(?:[.．]\d+)?"
)
_UNIT_OF = {"亿元": "yi", "亿": "yi", "万元": "wan", "万": "wan", "元": "yuan", "%": "percent", "分": "points"}
PER_WAN = {"wan": Decimal(1), "yuan": Decimal("0.0001"), "yi": Decimal(10000)}
_PLAIN = re.compile(r"-?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?")
_CELL = re.compile(rf"^(?P<currency>¥)?(?P<number>{_NUMBER})(?P<unit>亿元?|万元?|元|%|分)?$")
# 5万 is money where nothing is counted behind it: 2万；, 48万（含结转）, 50万用于清淤, but not 3万人次 or 5万（人）.
_BARE_UNIT = (
    r"[万亿](?=[，。；,;、）)]|[（(](?![户人亩名件个头只棵平公吨次][）)次])|用[于作来]|"
    r"[ \u3000]+(?:预算|资金)?(?:执行|支出)率|[已均都]*(?:全部|足额|全额|及时)+(?:拨付)?(?:到位|下达|支付|使用)|$)"
)
_IN_TEXT = re.compile(
    rf"(?P<number>{_NUMBER_IN_TEXT})[①-⑳¹]?[ \u3000]*[（(]?"
    rf"(?P<unit>亿元|万元|元|[%％](?![点])|分(?![钟别类局布析为公店支管期级段之享离散享配值])|{_BARE_UNIT})(?![~～])"
)
_TOO_LONG = re.compile(r"\d{5}")
"""So many digits before a % are those of several figures: 40004000100% is 4000, 4000 and 100%."""
RUN_TOGETHER = re.compile(r"(?P<figure>\d(?<![\d.].)(?:\d*(?:\.\d+){2,}\s*[%％万元]|\d{4,}(?:\.\d+)?[%％]))")
"""Figures of several cells without anything between them: 47.6895.00%."""
_TWICE, _PRINTED_TWICE = re.compile(r"(\d+)\1"), re.compile(r"(?<![\d.])(\d+\.\d+)\1(?!\d)")
"""7070 beside 36.9436.94: what a converter prints twice, or two cells that say the same."""
_CURRENCY = re.compile(rf"(?P<unit>[¥￥])[ \u3000]*(?P<number>{_NUMBER})(?![\d.,，]*[ \u3000]*[万亿元\d~～])")
_UNIT_OF_LABEL = re.compile(
    rf"[（(](?P<unit>亿元|万元|元|[%％]|分)[)）]\s*[:：]\s*(?P<number>{_NUMBER})(?![\d.．、)）]|[,，]\d{{1,3}}(?!\d)|\s*[万亿元%％分~～—-]"
    r"|[ \u3000]+\d[\d.,]*(?:[ \u3000]|$))"  # It is the first of several cells of a row.
)
_PARTS_BEHIND = re.compile(r"[，,（(]?\s*其中[^；;。（(]*?(?=[；;。]|$|[（(](?:亿|万)?元[)）]|\d\s*[万亿元%％分])")
_LAST_OF_CLAUSE = re.compile(
    r"(?<=[\u4e00-\u9fff：:])(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?=[，,、；;。）)]|$)"
)
_COUNTED = re.compile(r"\d\s*[个台户人名件头只棵家项次所]")
_AND = "、和及与"
_LISTED = re.compile(rf"(?P<number>{_NUMBER})")
_SHARES_UNIT = re.compile(rf"(?<=[\u4e00-\u9fff])[ \u3000]*(?:{_NUMBER}[{_AND}])+$")
_PERCENT_WORDS = re.compile(r"百分之(?P<number>[零〇一二三四五六七八九十百点]+)")
_WORDED = "一二三四五六七八九两零〇壹贰叁肆伍陆柒捌玖十百千拾佰仟"
_WORDS = re.compile(
    rf"(?P<number>[{_WORDED}](?<![\d{_WORDED}万亿第数几上点].)(?<!\d[ \u3000].)(?<![（(：:][百千])"
    rf"[{_WORDED}万亿]{{0,23}}(?:点[{_WORDED}]+[万亿]?)?)"
    r"(?P<unit>元(?!旦|素)|分(?=[，。；,;]|$))"
)
_BARE_POINTS = re.compile(
    r"(?:得分|评分|总分|满分|自评(?:得|分[数值])?|(?<=[，,；;：:（(）)共应实])得)(?:为|是|[:：])?\s*"
    r"(?P<number>\d{1,3}(?:\.\d+)?)(?=[，。；,;、）)]|$|"
    r"[ \u3000]+(?:[\u4e00-\u9fff]{2,10}[得评]分[：:为]?[ \u3000]*\d|[\u4e00-\u9fff]{0,4}等[级次]))"
)
_PARTED = re.compile(r"\d\s+\d")
_DIGIT, _OF_FIGURE = re.compile(r"\d"), re.compile(r"[\d元分]")


class Figure(NamedTuple):
    """A printed figure: `value_text` verbatim without its unit, `unit` as in `Amount.unit`, None if none stands."""

    number: Decimal
    decimals: int
    value_text: str
    unit_text: str | None
    unit: str | None
    start: int = 0
    end: int = 0

    @property
    def in_wan(self) -> Decimal | None:
        """The figure in 万元, None for what is no money."""
        factor = PER_WAN.get(self.unit or "")
        return self.number * factor if factor is not None else None


def _decimal(printed: str) -> tuple[Decimal, int]:
    plain = "".join(normal(printed).split()).replace(",", "").replace("－", "-").replace("−", "-")
    return Decimal(plain), len(plain.partition(".")[2])


@lru_cache(maxsize=8192)
def cell_figure(text: str) -> Figure | None:
    """The figure that a cell consists of, or None where the cell holds anything else: words, nothing, a dash, or digits
    with white space between them, which may be two figures. A ¥ without 元 is its `unit_text`, but no unit: it only
    marks the number as money. The mark of a note is no part of it."""
    if _PLAIN.fullmatch(text):
        return Figure(Decimal(text.replace(",", "")), len(text.partition(".")[2]), text, None, None)
    text = figure_without(text)
    match = _CELL.match("".join(normal(text).split()))
    if match is None or may_be_several(text) or has_raised_digit(text):
        return None
    number, decimals = _decimal(match["number"])
    unit_text = match["unit"]
    value_text = text.strip().lstrip("¥￥ ")
    if unit_text:
        value_text = re.sub(rf"\s*(?:{unit_text}|％)$", "", value_text)
    return Figure(number, decimals, value_text, unit_text or match["currency"], _UNIT_OF.get(unit_text or ""))


def may_be_several(text: str) -> bool:
    """Whether white space stands between the digits of a text, which may be of two figures then."""
    return _PARTED.search(text) is not None


def has_run_together(text: str) -> bool:
    """Whether figures of several cells stand in a text without anything between them."""
    return ("%" in text or "％" in text or "." in text) and RUN_TOGETHER.search(text) is not None


def may_hold_figures(text: str) -> bool:
    """Whether a text holds what `figures` finds one by: a digit, or a unit of words."""
    return bool(_OF_FIGURE.search(text))


@lru_cache(maxsize=2048)
def figures(text: str) -> tuple[Figure, ...]:
    """All figures with a unit of money, percent or points in running text, in order, with their character range, but
    those that may be one printed twice."""
    doubtful = printed_twice(text)
    return tuple(figure for figure in _figures(text) if figure not in doubtful) if doubtful else _figures(text)


def printed_twice(text: str) -> tuple[Figure, ...]:
    """The whole numbers of a text that may be one number printed twice, as others in it plainly are: 7070 is 70."""
    alike = tuple(figure for figure in _figures(text) if _TWICE.fullmatch(figure.value_text))
    return alike if alike and _PRINTED_TWICE.search(text) else ()


@lru_cache(maxsize=2048)
def _figures(text: str) -> tuple[Figure, ...]:
    found: list[Figure] = []
    if _DIGIT.search(text):
        for match in _IN_TEXT.finditer(text):
            unit_text = match["unit"]
            unit = _UNIT_OF[unit_text.replace("％", "%")]
            if unit == "percent" and _TOO_LONG.match(match["number"]):
                continue
            if text[match.start() - 1] in _AND:
                found.extend(_sharing(text, match.start(), unit_text, unit))
            found.append(_figure(match, unit_text, unit))
        if "¥" in text or "￥" in text:
            found.extend(_figure(match, match["unit"], "yuan") for match in _CURRENCY.finditer(text))
        if "）" in text or ")" in text:
            for match in _UNIT_OF_LABEL.finditer(text):
                found.append(_labelled(match))
                found.extend(_parts_of_labelled(text, match))
        if "得" in text or "分" in text or "自评" in text:
            starts = {figure.start for figure in found}
            bare = (_figure(match, None, "points") for match in _BARE_POINTS.finditer(text))
            found.extend(figure for figure in bare if figure.start not in starts)
    if "元" in text or "分" in text:
        found.extend(_worded(text))
    return tuple(sorted(found, key=lambda figure: figure.start))


def _figure(match: re.Match[str], unit_text: str | None, unit: str, offset: int = 0) -> Figure:
    number, decimals = _decimal(match["number"])
    begin = match.start("number") if unit_text is None else match.start()
    return Figure(number, decimals, match["number"], unit_text, unit, offset + begin, offset + match.end())


def _labelled(match: re.Match[str]) -> Figure:
    """The figure behind a label that holds its unit."""
    number, decimals = _decimal(match["number"])
    unit = _UNIT_OF[match["unit"].replace("％", "%")]
    return Figure(number, decimals, match["number"], match["unit"], unit, *match.span("number"))


def _parts_of_labelled(text: str, label: re.Match[str]) -> Iterator[Figure]:
    """The parts behind a labelled amount of money, which share its unit: 预算（万元）：100，其中中央60，省级40."""
    unit = _UNIT_OF[label["unit"].replace("％", "%")]
    parts = _PARTS_BEHIND.match(text, label.end()) if unit in PER_WAN else None
    found = list(_LAST_OF_CLAUSE.finditer(parts.group())) if parts and not _COUNTED.search(parts.group()) else []
    if sum(_decimal(match["number"])[0] for match in found) > _decimal(label["number"])[0]:
        return
    for match in found:
        number, decimals = _decimal(match["number"])
        start = label.end() + match.start()
        yield Figure(number, decimals, match["number"], label["unit"], unit, start, start + len(match["number"]))


def _sharing(text: str, end: int, unit_text: str, unit: str) -> Iterator[Figure]:
    """The figures right before the one at `end` that share its unit: 10 and 20 in 分别为10、20、30万元."""
    row = _SHARES_UNIT.search(text, 0, end)
    for match in _LISTED.finditer(row.group()) if row else ():
        yield _figure(match, unit_text, unit, row.start() if row else 0)


def _worded(text: str) -> Iterator[Figure]:
    """Figures in words: 百分之九十五, 一百零五万元."""
    for match in _PERCENT_WORDS.finditer(text):
        number = chinese_number(match["number"])
        if number is not None:
            decimals = len(match["number"].partition("点")[2])
            yield Figure(number, decimals, match["number"], "百分之", "percent", match.start(), match.end())
    for match in _WORDS.finditer(text):
        number_text, unit = match["number"], match["unit"]
        if unit == "元" and number_text[-1] in "万亿" and not re.search("[万亿]", number_text[:-1]):
            number_text, unit = number_text[:-1], f"{number_text[-1]}元"
        number = chinese_number(number_text)
        if number is not None:
            decimals = len(number_text.partition("点")[2])
            yield Figure(number, decimals, number_text, unit, _UNIT_OF[unit], match.start(), match.end())
