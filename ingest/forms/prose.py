"""Figures in sentences: amounts, rates and scores, each with what its words say it is.

A sentence keeps its subject: in 三公经费预算为228.47万元，支出决算为104.70万元 the second figure speaks of 三公经费
too, and what follows 其中 breaks down the figure before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.document import Cell
from ingest.forms.layout import Row, goes_on
from ingest.lexicon import phrases
from ingest.lexicon.numbers import Figure, figures
from ingest.lexicon.text import squeeze, tidy
from ingest.records import Evidence

_SENTENCE = re.compile(r"[^。！？\n]*(?:[。！？\n]|$)")
_CLAUSE_START = re.compile(r"[，,；;。：:（(]")
_BRACKETED = re.compile(r"[（(][^（()）]*[)）]")
_YEAR = re.compile(r"(20\d\d)\s*年")
_AS_OF = re.compile(r"截[止至]\s*(20\d\d)\s*年")
_CATEGORY = re.compile(
    r"(?P<three_public>[“\"]?三公[”\"]?经费)|(?P<basic>基本支出)|(?P<project>项目支出)(?!绩效|资金|预算的)"
)
_GIVER = re.compile(
    r"(?P<central>中央)|(?P<provincial>省级?)财政|(?P<prefecture>[市州]级?)财政|(?P<county>[县区]级?)财政"
)
_SUM = re.compile(r"(?:共计?|合计|总计|总额)(?:为|是|达)?$")
_SUMMABLE = frozenset({"annual_budget", "initial_budget", "appropriated", "funds_received", "executed", "carryover"})
_MONEY_UNITS = frozenset({"yuan", "wan", "yi"})
_QUOTE_LENGTH = 160


@dataclass(slots=True)
class Mention:
    """One figure in prose.

    category: basic | project | three_public when its sentence speaks of that category; item: the label of a
    breakdown's item; broken_down: the mention that the item belongs to; level: who gives, where the words say so.
    """

    measure: str
    figure: Figure
    about: str
    evidence: Evidence
    year: int | None = None
    category: str | None = None
    item: str | None = None
    broken_down: Mention | None = None
    level: str | None = None


def mentions(cells: Sequence[tuple[Row, Cell]]) -> list[Mention]:
    """All figures in the given paragraphs and text cells, in order."""
    found: list[Mention] = []
    before: Row | None = None
    for row, cell in cells:
        reader = _Sentences(row, cell)
        cut = _cut_sentence(before, row)
        for match in _SENTENCE.finditer(cell.text):
            if match.group().strip():
                found.extend(_with_totals(list(reader.read(match.group(), cut))))
                cut = ""
        before = row
    return found


def _cut_sentence(before: Row | None, row: Row) -> str:
    """The unfinished sentence of the paragraph before, when a page break has cut it and `row` goes on with it."""
    return re.split(r"[。！？]", before.text)[-1] if before is not None and goes_on(before, row) else ""


@dataclass(slots=True)
class _Sentences:
    """Reads the sentences of one cell in turn; what 其中 refers to may stand in the sentence before."""

    row: Row
    cell: Cell
    main: Mention | None = None
    category: str | None = None
    year: int | None = None

    def read(self, sentence: str, cut: str = "") -> Iterator[Mention]:
        """The figures of a sentence; `cut` is its beginning, where that stands in the paragraph before."""
        opens_breakdown = bool(re.match(r"\s*其中", sentence))
        if not opens_breakdown:
            self.main, self.category = None, None
        section: str | None = None
        self.year = None
        spans: list[tuple[int, int]] = []
        found = list(figures(sentence))
        for index, figure in enumerate(found):
            before = ("" if spans else cut) + _words_before(sentence, figure.start, spans)
            about = _about(before)
            behind = sentence[figure.end : figure.end + 6]
            year = _YEAR.findall(about) or _AS_OF.findall(before)
            self.year = int(year[-1]) if year else self.year
            if re.search(r"其中[:：，]?", sentence[spans[-1][1] if spans else 0 : figure.start]):
                opens_breakdown = self.main is not None
            spans.append((figure.start, figure.end))
            if figure.unit == "points":
                mention, section = self._points(figure, before, about, section, sentence, found[index + 1 :])
                if mention:
                    yield mention
            elif figure.unit == "percent":
                yield from self._rates(figure, about, before, behind, sentence)
            else:
                yield self._money(figure, about, before, behind, sentence, opens_breakdown)

    def _mention(self, measure: str, figure: Figure, about: str, sentence: str) -> Mention:
        quote = sentence.strip()
        if len(quote) > _QUOTE_LENGTH:
            start = max(0, figure.start - _QUOTE_LENGTH // 2)
            quote = sentence[start : figure.end + _QUOTE_LENGTH // 2].strip()
        evidence = replace(self.row.evidence(self.cell), quote=quote)
        if measure == "budget_adjustment" and phrases.lowers(about):
            figure = replace(figure, number=-abs(figure.number))
        return Mention(measure, figure, about, evidence, year=self.year)

    def _money(
        self, figure: Figure, about: str, before: str, behind: str, sentence: str, in_breakdown: bool
    ) -> Mention:
        named = _CATEGORY.search(_BRACKETED.sub("", before))
        if in_breakdown and self.main is not None:
            part = self._part(figure, about, before, behind, sentence, self.main)
            if part is not None:
                return part
        measure = phrases.money_measure(about, behind)
        if measure is not None and phrases.is_of_other_time(_clause_group(before)):
            measure = "other_amount"
        if named and measure != "other_amount":
            self.category = named.lastgroup
        if measure is None and len(squeeze(about)) <= 4:
            measure = phrases.money_measure(_about(before.rstrip("，,：: （(")[: -len(about) or None], longer=True))
        mention = self._mention(measure or "other_amount", figure, about, sentence)
        if mention.measure != "other_amount":
            mention.category = self.category
            giver = _GIVER.search(before)
            mention.level = giver.lastgroup if giver else None
            self.main = mention
        return mention

    def _part(
        self, figure: Figure, about: str, before: str, behind: str, sentence: str, whole: Mention
    ) -> Mention | None:
        """The figure as a part of `whole`, None where its words name the report's total again or something else."""
        named = _CATEGORY.search(_BRACKETED.sub("", before))
        measure = phrases.money_measure(_CATEGORY.sub("", about), behind)
        item = _item(before) or _item_behind(sentence[figure.end :])
        if measure == "other_amount" or not (item or named):
            return None
        if not named and measure not in {None, whole.measure} and not phrases.without_measures(item):
            return None
        mention = self._mention(measure or whole.measure, figure, about, sentence)
        if measure == "appropriated":
            mention.measure = whole.measure
        mention.broken_down = whole
        if named and named.lastgroup != whole.category:
            mention.category = named.lastgroup
        else:
            mention.item = item
        return mention

    def _rates(self, figure: Figure, about: str, before: str, behind: str, sentence: str) -> Iterator[Mention]:
        whole = _about(before, longer=True)
        words = whole if re.search(r"[、和及与]", whole) and "率" in whole else about
        for measure in phrases.rate_measures(words if "率" in words else about, behind):
            mention = self._mention(measure, figure, about, sentence)
            mention.category = self.category if measure != "other_rate" else None
            yield mention

    def _points(
        self, figure: Figure, before: str, about: str, section: str | None, sentence: str, following: list[Figure]
    ) -> tuple[Mention | None, str | None]:
        if re.search(r"[扣减加]\s*$", before):
            return None, section
        is_total = phrases.TOTAL.search(about)
        named = None if is_total else phrases.SECTION_NAME.search(before)
        section = None if is_total else named["name"] if named else section
        scored = re.search(r"得分|自评(?:得)?分|评分|得$", about)
        if section is not None:
            measure = "section_score" if scored else "section_weight"
            words = about if section in about else f"{section}{about}"
            return self._mention(measure, figure, words, sentence), section
        if not phrases.is_total_score(about):
            return None, section
        is_full_mark = re.search(r"总分|满分", about) and not re.search(r"得", about)
        if is_full_mark and any(other.unit == "points" for other in following) and figure.number >= following[0].number:
            return self._mention("section_weight", figure, about, sentence), section
        return self._mention("total_score", figure, about, sentence), section


def _words_before(sentence: str, start: int, spans: Sequence[tuple[int, int]]) -> str:
    """The words between a figure and the one before it; figures inside a closed bracket do not part them."""
    masked = _mask(sentence[:start])
    outside = [end for begin, end in spans if masked[begin:end].strip("　")]
    return (
        masked[outside[-1] if outside else 0 :]
        if len(outside) < len(spans)
        else sentence[outside[-1] if outside else 0 : start]
    )


def _mask(text: str) -> str:
    """The text with all that stands in closed brackets blanked out."""
    return _BRACKETED.sub(lambda match: "　" * len(match.group()), text)


def _about(before: str, longer: bool = False) -> str:
    """The words before a figure: those of its own clause, or of its whole clause group up to ；and 。"""
    before = before.rstrip("：: 　")
    starts = re.compile(r"[；;。]") if longer else _CLAUSE_START
    parts = [match.end() for match in starts.finditer(_mask(before))]
    return (tidy(before[parts[-1] :] if parts else before) or "").strip("为是：: ")


def _clause_group(before: str) -> str:
    """The last two clauses before a figure: a time may stand in the clause before its own."""
    return "，".join(re.split(r"[，,；;。]", before)[-2:])


def _with_totals(found: list[Mention]) -> list[Mention]:
    """省级30万元，市级20万元，共计50万元: the last is the total, and those that sum to it are its parts."""
    for position, total in enumerate(found):
        if not _SUM.search(total.about) or total.figure.unit not in _MONEY_UNITS:
            continue
        parts: list[Mention] = []
        for part in reversed(found[:position]):
            if part.measure not in _SUMMABLE or part.figure.unit != total.figure.unit:
                break
            parts.insert(0, part)
        if len(parts) < 2 or sum(part.figure.number for part in parts) != total.figure.number:
            continue
        if total.measure == "other_amount":
            total.measure = next((part.measure for part in parts if part.measure != "carryover"), "appropriated")
        for part in parts:
            part.measure, part.broken_down, part.item = total.measure, total, _item(part.about)
        rest = [mention for mention in found if mention is not total]
        first = next(number for number, mention in enumerate(rest) if mention is parts[0])
        return [*rest[:first], total, *rest[first:]]
    return found


def _item_behind(words: str) -> str:
    """The label of an item whose amount stands first: 30万元用于设计."""
    match = re.match(r"\s*(?:用于|为)(?P<label>[^，,；;。、]{2,40})", words)
    return squeeze(match["label"]) if match else ""


def _item(words: str) -> str:
    """The label of a breakdown's item: what stands behind 其中 or the last semicolon or comma."""
    masked = _mask(words)
    starts = [match.end() for match in re.finditer(r"其中[:：，]?|[；;，,。]", masked)]
    label = squeeze(words[starts[-1] :] if starts else words).strip("：:、")
    return re.sub(r"(?:支出)?(?:决算|预算)?数?(?:为|共|计|约|是)*$", "", label)
