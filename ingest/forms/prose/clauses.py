"""The words that a figure in a sentence belongs to: those of its clause, of the clauses before it, or shared words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from ingest.lexicon.numbers import Figure
from ingest.lexicon.phrases.money import money_measure, without_measures
from ingest.lexicon.text import tidy, without_start

SENTENCE = re.compile(r"[^。！？\n]*(?:[。！？\n]|$)")
_CLAUSE_START = re.compile(r"[，,；;。（(]|[：:](?!(?<=\d.)\d)")
_GROUP_START = re.compile(r"[；;。]")
_CLAUSE_END = re.compile(r"[，,；;。]")
_TOPIC_END = re.compile(r"[：:，,；;=＝]")
_BRACKETED = re.compile(r"[（(][^（()）]*[)）]")
_UNIT_AT_END = re.compile(r"[（(](?:亿元|万元|元|[%％]|分)[)）]$")
_NUMBER = re.compile(
    r"^(?:[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}[、是]|"
    r"\d{1,2}(?:[.．](?:(?!\d)|(?=20\d\d年))|、)|[①-⑳]|其中|[、和及与]|"
    r"[（(][^（()）]*号[)）])+\s*"
)
_APART = re.compile(r"(?P<names>[^，,。；;：:（(]*)分别(?P<verb>[^，,。；;：:、（(]{0,12})$")
_IN_ROW = re.compile(r"(?P<names>[^，,。；;：:（(]*)(?P<verb>)$")
_KINDS = re.compile(
    r"分为?(?P<names>[^，,。；;：:（(\d]*、[^，,。；;：:（(\d]*?)等?[两二三四五六七八九]?个?(?:大?类|方面|部分|方向)[，,]分别[^，,。；;：:\d]*$"
)
_COUNTED = re.compile(r"等?(?:[两二三四五六七八九十]|\d{1,2})个(?P<kind>项目)")
_RECEIVED = re.compile(
    r"(?:20\d\d年度?)?(?:[我本][\u4e00-\u9fff])?(?:实际|累计|全年|共|已)*收到[^\d（(]*(?:\d[笔批项])?"
)
_SPENT = re.compile(r"支出|支付|使用")
_BETWEEN_SHARED = re.compile(r"^[、，,和及与以\s]*$")
_THAT_IS = re.compile(r"\s*[，,]?(?:即|计|共计)(?:为|是)?\s*")
_BUDGET_AT_END = re.compile(r"(?:年初|全年)?预算(?:安排|批复|下达)?(?:资金|金额|数)?$")
_RATE = re.compile("(?:预算|资金)?(?:执行|支出|到位)率")
_NO_NAME = re.compile(r"(?:20\d\d年度?|年初|全年|调整后的?|[本当上]年|实际|下达|拨付|安排|资金|支出|执行|到位)*")
_LABELS = re.compile(r"(?P<names>[\u4e00-\u9fff]{2,10}(?:[/／][\u4e00-\u9fff]{2,10}?)+)(?:分别)?[)）]?[：:为是=＝\s]*$")
_SLASH = re.compile(r"\s*[/／]\s*")
_SHARED_TAIL = re.compile(
    r"(?:年初|调整后?|全年|财政|专项|补助|自评)?"
    r"(?:资金|预算|支出|决算|收入|经费|得分|满分|分值|权重|执行率|到位率|完成率)(?:金额|数|额)?$"
)


def without_brackets(text: str) -> str:
    """The text with all that stands in closed brackets taken out."""
    return _BRACKETED.sub("", text)


def sums_in_bracket(sentence: str, found: Sequence[Figure]) -> bool:
    """Whether the amounts of the bracket right behind the first figure come to it: 50万元（中央30万元、省级20万元）."""
    parts = _in_bracket(sentence, found)
    return len(parts) > 1 and sum(parts) == found[0].in_wan


def stays_in_bracket(sentence: str, found: Sequence[Figure]) -> bool:
    """Whether the amounts of the bracket right behind the first figure are no more than it."""
    parts = _in_bracket(sentence, found)
    return bool(parts) and sum(parts) <= (found[0].in_wan or 0)


def _in_bracket(sentence: str, found: Sequence[Figure]) -> list[Decimal]:
    """The amounts of the bracket right behind the first figure; none where any figure of it is no money."""
    whole, *behind = found
    end = min((at for bracket in "）)" if (at := sentence.find(bracket, whole.end)) >= 0), default=len(sentence))
    parts = [figure.in_wan for figure in behind if figure.start < end]
    return [] if whole.in_wan is None or None in parts else [part for part in parts if part is not None]


def mask(text: str) -> str:
    """The text with all that stands in closed brackets blanked out."""
    if "（" not in text and "(" not in text:
        return text
    return _BRACKETED.sub(lambda match: "　" * len(match.group()), text)


def words_before(sentence: str, start: int, spans: Sequence[tuple[int, int]]) -> str:
    """The words between a figure and the one before it; figures inside a closed bracket do not part them."""
    masked = mask(sentence[:start])
    outside = [end for begin, end in spans if masked[begin:end].strip("　")]
    begin = outside[-1] if outside else 0
    return masked[begin:] if len(outside) < len(spans) else sentence[begin:start]


def about(before: str, longer: bool = False) -> str:
    """The words before a figure: those of its own clause, or of its whole clause group up to ；and 。"""
    before = before.rstrip("¥￥").removesuffix("人民币").rstrip("：: 　")
    if before.endswith(("）", ")")):
        before = without_unit(before)
    starts = _GROUP_START if longer else _CLAUSE_START
    parts = [match.end() for match in starts.finditer(mask(before))]
    words = tidy(before[parts[-1] :] if parts else before) or ""
    return without_start(words, _NUMBER).strip("为是：:=＝ ")


def before_share(sentence: str, found: Sequence[Figure], index: int) -> str | None:
    """The words before a share whose amount stands right behind it: 已付合同款的 for 已付合同款的80%，即52万元."""
    share, amount = found[index - 1], found[index]
    is_share = index > 0 and share.unit == "percent" and amount.in_wan is not None
    if not is_share or not _THAT_IS.fullmatch(sentence, share.end, amount.start):
        return None
    return words_before(sentence, share.start, [(figure.start, figure.end) for figure in found[: index - 1]])


def without_unit(label: str) -> str:
    """A label without the unit in brackets behind it: 支出（万元）."""
    return _UNIT_AT_END.sub("", label)


def last_group(before: str) -> str:
    """The words behind the last ；or 。."""
    return _GROUP_START.split(before)[-1]


def clause_group(before: str) -> str:
    """The last two clauses before a figure: a time may stand in the clause before its own."""
    return "，".join(_CLAUSE_END.split(last_group(before))[-2:])


def topic(sentence: str) -> str:
    """What a sentence begins with: 数量指标 in 1.数量指标：计划320万平方米，分值15分."""
    return without_start(_TOPIC_END.split(sentence.strip(), maxsplit=1)[0], _NUMBER).strip()


def topic_measure(sentence: str) -> str | None:
    """What was received or spent, where the words before a colon say no more: 资金到位情况：中央资金20万元."""
    end = _TOPIC_END.search(sentence)
    words = topic(sentence).removesuffix("情况")
    if end is None or end.group() not in "：:":
        return None
    if without_measures(words):
        return "funds_received" if _RECEIVED.fullmatch(words) else None
    measure = money_measure(words)
    is_said_again = measure == "executed" and _SPENT.search(sentence, end.end())
    return measure if measure in {"funds_received", "executed"} and not is_said_again else None


def shared_words(sentence: str, found: Sequence[Figure]) -> dict[int, str]:
    """Words for figures that stand in one row, behind 分别 or with one unit for all: 到位率、执行率分别为100、95% gives
    each rate its own.

    A second row of as many figures may have the names of the first: 甲、乙预算分别为2、3万元，支出分别为1、3万元.
    Where there are not as many names as figures, each gets the empty word: which is which cannot be told.
    """
    words = _words_of_row(sentence, found) if "/" in sentence or "／" in sentence else {}
    if "分别" not in sentence:
        return words
    before: list[str] = []
    for first, figure in enumerate(found):
        if first in words:
            continue
        between = sentence[found[first - 1].end if first else 0 : figure.start]
        match = _APART.search(between) or (_IN_ROW.search(between) if _shares_unit(sentence, figure) else None)
        if match is None:
            continue
        row = [figure]
        for other in found[first + 1 :]:
            if other.unit != figure.unit or not _BETWEEN_SHARED.match(sentence[row[-1].end : other.start]):
                break
            row.append(other)
        if len(row) < 2:
            continue
        names = _names(match["names"]) or _names_of_kinds(sentence, figure.start)
        if len(names) == 1 and (_RATE.fullmatch(names[0]) or not without_measures(names[0])):
            if len(before) == len(row):
                names = [f"{_SHARED_TAIL.sub('', name)}{names[0]}" for name in before]
            elif first >= len(row) and (named := _names_before(sentence, found[first - len(row) : first])):
                names = [f"{name}{names[0]}" for name in named]
        before = names
        for position in range(len(row)):
            fits = len(names) == len(row)
            words[first + position] = _own_words(names, position, match["verb"]) if fits else ""
    return words


def _names_of_kinds(sentence: str, end: int) -> list[str]:
    """The kinds that the clause before 分别 names: 项目分为甲、乙两类，分别支出20、30万元."""
    kinds = _KINDS.search(sentence, 0, end)
    return _names(kinds["names"]) if kinds else []


def _names_before(sentence: str, row: Sequence[Figure]) -> list[str]:
    """What each of the amounts right before is for, if all their words say so: 基本支出预算60万元、项目支出预算40万元，
    支出分别为58万元、39万元."""
    starts = [0, *(figure.end for figure in row)]
    words = [about(sentence[start : figure.start]) for start, figure in zip(starts, row, strict=False)]
    names = [_BUDGET_AT_END.sub("", name) for name in words]
    return [] if any(map(_NO_NAME.fullmatch, names)) else names


def _words_of_row(sentence: str, found: Sequence[Figure]) -> dict[int, str]:
    """The words for figures behind as many labels, parted alike: 预算/执行：120万元/118万元; empty where they are
    more or fewer."""
    words: dict[int, str] = {}
    at = 0
    while at < len(found):
        end = at + 1
        while end < len(found) and _SLASH.fullmatch(sentence, found[end - 1].end, found[end].start):
            end += 1
        labels = _LABELS.search(sentence, 0, found[at].start) if end - at > 1 else None
        if labels:
            names = _SLASH.split(labels["names"])
            is_alike = len(names) == end - at
            words |= {at + position: names[position] if is_alike else "" for position in range(end - at)}
        at = end
    return words


def _shares_unit(sentence: str, figure: Figure) -> bool:
    """Whether the figure's unit stands behind a later one: 10、20万元."""
    return figure.unit_text is not None and sentence.endswith(figure.value_text, figure.start, figure.end)


def _names(words: str) -> list[str]:
    """The names in a row; 甲、乙两个项目预算 are 甲项目 and 乙项目预算."""
    kind = _COUNTED.search(words)
    names = [name for name in re.split(r"[、和及与]", _COUNTED.sub(r"\g<kind>", words)) if name]
    return [*(f"{name}{kind['kind']}" for name in names[:-1]), names[-1]] if kind and names else names


def _own_words(names: Sequence[str], position: int, verb: str) -> str:
    name = names[position]
    tail = _SHARED_TAIL.search(names[-1])
    if tail and not _SHARED_TAIL.search(name) and money_measure(name + verb) is None:
        name += tail.group()
    return name + verb
