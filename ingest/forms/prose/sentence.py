"""Figures in sentences: amounts, rates and scores, each with what its words say it is.

A sentence keeps its subject: in 三公经费预算为228.47万元，支出决算为104.70万元 the second figure speaks of 三公经费
too, and what follows 其中 breaks down the figure before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from ingest.document import Cell
from ingest.forms.layout import Row
from ingest.forms.prose import clauses
from ingest.forms.prose.breakdowns import (
    BREAKS_DOWN,
    CONTAINS,
    OF_FUNDS,
    comes_to,
    drop_incomplete,
    item_behind,
    item_of,
    larger_whole,
)
from ingest.forms.prose.enumerations import last_mark
from ingest.forms.prose.givers import is_beside_giver, is_parted_from_giver
from ingest.forms.prose.mention import Mention
from ingest.forms.prose.parts import GIVEN, Parts, is_not_of_whole
from ingest.forms.prose.points import PointsReader
from ingest.forms.prose.projects import Subjects
from ingest.forms.prose.spot import CATEGORY, CHANGES, FEW_WORDS, Spot
from ingest.forms.prose.times import Times
from ingest.lexicon import phrases
from ingest.lexicon.labels import funding_label
from ingest.lexicon.numbers import Figure, figures

_NAMES_SOME = re.compile(r"用于|包括|包含")
_OVERALL = re.compile(r"全部|总支出|支出合计|部门(?:整体|支出|预算)|总额|[合总共]计")
_SHARE_OF_BUDGET = re.compile(r"占[^，。；\d]{0,6}预算[^，。；\d]{0,6}[\d.,，]+\s*[万亿]?元的$")
_OVERALL_RATE = re.compile(r"整体|总体|综合|部门|单位")
_OF_ALL = re.compile(r"[共总全]部?(?!年)|合计|累计|项目")
_RATE_WORD = re.compile(r"率|进度|比例|预算(?:数)?的?$")
_SEVERAL_RATES = re.compile(r"率[、和及与]")
_PART_IN_BRACKET = re.compile(r"\s*[（(](?:其中|含)")
_IN_BRACKETS = re.compile(r"[（(][^）)]*$")
_RATED_PART = re.compile(r"元[^；;。元]*(?:率|进度)[^；;。元]*[%％]")
_PAIRED_PART = re.compile(r"元[^；;。元]*元[^；;。]*")
_GIVES = re.compile(r"(?:安排|下达|预算)(?!.*支出$)")
_OPERAND = re.compile(r"[×xX*＊÷/+＋][（(]?\s*$")
_EQUALS = re.compile(r"[=＝]")
_RESULT = re.compile(r"^[\s\d.+＋×xX*＊/÷()（）-]*[=＝≈]\s*$")
_SUMS_BEHIND = re.compile(r"\s*[（(](?!其中)")
_OPENS_PARTS = re.compile(r"其中|包括|包含")
_QUOTE_LENGTH = 160
_COMPARES = ("较", "比", "与")
_FROM_BEFORE = ("上年", "上一年", "以前年度", "年初结转")


class _Outside(NamedTuple):
    """What held before a bracket opened: the amount that a breakdown is of, the amount of a line, the time, and the
    part of a breakdown that the bracket breaks down itself."""

    main: Mention | None
    anchor: Mention | None
    times: Times
    part: Mention | None


@dataclass(slots=True)
class Sentences:
    """Reads the sentences of one cell in turn; what 其中 refers to may stand in the sentence before.

    heading: the category of expenditure that the heading above names; alike: the amounts of one measure in a row, up to
    the figure read last; unclear: the amount read last if no word says what it is.
    """

    row: Row
    cell: Cell
    points: PointsReader
    subjects: Subjects
    heading: str | None = None
    begins_in_figure: bool = False
    subject: str | None = None
    main: Mention | None = None
    anchor: Mention | None = None
    alike: list[Mention] = field(default_factory=list)
    parts: Parts = field(default_factory=Parts)
    unclear: Mention | None = None
    category: str | None = None
    listed: str | None = None
    times: Times = field(default_factory=Times)

    def read(self, sentence: str, cut: str = "") -> Iterator[Mention]:
        """The figures of a sentence; `cut` is its beginning, where that stands in the paragraph before."""
        in_breakdown = sentence.lstrip().startswith("其中")
        if not in_breakdown:
            self.main, self.category, self.anchor = None, None, None
        self.alike = []
        self.parts.leave()
        self.times = Times(lasting=self.main.year if self.main else None)
        formula, names_some, bracketed = "", False, False
        outside: _Outside | None = None
        some: list[Mention] = []
        spans: list[tuple[int, int]] = []
        found = list(figures(sentence))
        self.subjects.sentence(sentence, bool(found))
        shared = clauses.shared_words(sentence, found)
        self.points.start(sentence)
        points_count = sum(figure.unit == "points" for figure in found)
        for index, figure in enumerate(found):
            between = sentence[spans[-1][1] if spans else 0 : figure.start]
            before = ("" if spans else cut) + clauses.words_before(sentence, figure.start, spans)
            if _OPERAND.search(between):
                formula = formula or _EQUALS.split(clauses.about(sentence[: figure.start]))[0]
            elif formula and _RESULT.match(between):
                before = formula
            before = shared.get(index, before)
            self.listed = last_mark(between, self.listed)
            self.subject = self.subjects.at(shared.get(index, between))
            spot = Spot(figure, sentence, before, clauses.about(before))
            if "）" in between or ")" in between:
                if bracketed:
                    in_breakdown = bracketed = False
                    self.parts.leave()
                if outside is not None:
                    self.times = outside.times
                    if outside.part is not None:
                        self.main, in_breakdown = outside.main, True
                    elif outside.main and self.main and not self._is_like(outside.main):
                        self.main, self.anchor = outside.main, outside.anchor
                    outside = None
            if _IN_BRACKETS.search(between):
                part = self._broken_down(between, sentence, found[index - 1 :]) if in_breakdown and index else None
                outside = _Outside(self.main, self.anchor, replace(self.times), part)
                self.main = part or self.main
            self.times.read(before, spot.about, between)
            if "；" in between or ";" in between:
                self.parts.leave()
                self.alike = []
            if self.main is not None and self.main is self.unclear and comes_to(self.main, found[:index]):
                self.main, self.unclear, in_breakdown = None, None, False
            if self.main is None and self.unclear is not None:
                is_summed = _SUMS_BEHIND.match(between) and clauses.sums_in_bracket(sentence, found[index - 1 :])
                self.main = self.unclear if is_summed or _OPENS_PARTS.search(between) else None
            if self.main and phrases.is_of_wider_area(self.main.about, between):
                self.main.measure, self.main, self.anchor = "other_amount", None, None
                in_breakdown = False
            elif self.main and _SUMS_BEHIND.match(between) and clauses.sums_in_bracket(sentence, found[index - 1 :]):
                in_breakdown = bracketed = True
            elif is_beside_giver(self.main, spot.is_of_giver, between):
                in_breakdown = False
            elif BREAKS_DOWN.search(between) or (self._is_spent() and CONTAINS.search(between)):
                is_listed = in_breakdown or "其中" in between
                bracketed = bool(_IN_BRACKETS.search(between))
                self.main = larger_whole(self.main, self.anchor, figure)
                in_breakdown = self.main is not None
                names_some = bool(_NAMES_SOME.search(between)) and (names_some or not is_listed)
            spans.append((figure.start, figure.end))
            if self.begins_in_figure:
                self.begins_in_figure = False
                if not between.strip(" .,，"):
                    yield self._mention(None, spot)
                    continue
            if _OPERAND.search(between) or not shared.get(index, "shared"):
                yield self._mention(_untold(figure), spot)
            elif figure.unit == "points":
                told = self.points.read(figure, spot.about, before, is_only=points_count == 1)
                if told:
                    mention = self._mention(told.measure, replace(spot, about=told.about))
                    mention.is_bare = told.is_bare
                    yield mention
            elif figure.unit == "percent":
                yield from self._rates(spot)
            else:
                mention = self._money(spot, in_breakdown)
                in_breakdown = in_breakdown and (mention.broken_down is not None or mention is not self.main)
                if not in_breakdown:
                    self.parts.leave()
                if names_some and mention.broken_down is not None:
                    some.append(mention)
                yield mention
        drop_incomplete(some)
        self.listed = last_mark(sentence[spans[-1][1] if spans else 0 :], self.listed)

    def _broken_down(self, between: str, sentence: str, found: Sequence[Figure]) -> Mention | None:
        """The part right before a bracket whose amounts come to it, or are said to be in it: 其中基本支出50万元（人员
        经费30万元，公用经费20万元）, 其中中央资金50万元（含直达资金30万元）."""
        part = self.parts.last
        if part is None or part.figure is not found[0] or between.lstrip()[0] not in "（(":
            return None
        is_within = _PART_IN_BRACKET.match(between) and clauses.stays_in_bracket(sentence, found)
        return part if is_within or clauses.sums_in_bracket(sentence, found) else None

    def _is_spent(self) -> bool:
        return self.main is not None and self.main.measure == "executed"

    def _is_like(self, outside: Mention) -> bool:
        """Whether the amount that a bracket ends with says what is broken down behind it, as the one before it did: it
        is of the funds too, and of the same year."""
        return self.main is not None and self.main.measure in OF_FUNDS and self.main.year == outside.year

    def _mention(self, measure: str | None, spot: Spot) -> Mention:
        figure = spot.figure
        quote = spot.sentence.strip()
        if len(quote) > _QUOTE_LENGTH:
            start = max(0, figure.start - _QUOTE_LENGTH // 2)
            quote = spot.sentence[start : figure.end + _QUOTE_LENGTH // 2].strip()
        evidence = self.row.evidence(self.cell)._replace(quote=quote)
        if measure == "budget_adjustment" and phrases.lowers(spot.about):
            figure = figure._replace(number=-abs(figure.number))
        return Mention(
            measure,
            figure,
            spot.about,
            evidence,
            year=self.times.year,
            subject=self.subject,
            carried=self.subjects.carried,
            numbered=self.subjects.numbered,
            listed=self.listed,
        )

    def _money(self, spot: Spot, in_breakdown: bool) -> Mention:
        if in_breakdown and self.main is not None and not spot.is_spent:
            part = self._part(spot, self.main)
            if part is not None:
                return part
        measure = spot.measure(self.cell.text, self.times.is_other)
        is_unclear = measure == "budgeted_spending"
        measure = "other_amount" if is_unclear else measure
        if spot.category and measure != "other_amount":
            self.category = spot.category
        elif _OVERALL.search(spot.about):
            self.category = None
        elif self.heading and not self.category and self.main is None and not phrases.without_measures(spot.about):
            self.category = self.heading
        mention = self._mention(measure or "other_amount", spot)
        mention.is_unnamed = measure is None
        is_compared = spot.about.startswith(_COMPARES)
        is_no_whole = is_compared or spot.about.endswith(CHANGES) or self.times.is_other
        self.unclear = mention if mention.measure == "other_amount" and not is_no_whole else None
        mention.is_of_giver = spot.is_of_giver
        if mention.measure in {"executed", "funds_received"} and in_breakdown and self.parts.last is not None:
            mention.rival = self._rival(spot, self.parts.last)
        if mention.measure != "other_amount":
            mention.category = self.category
            mention.level = spot.level
        if mention.measure in OF_FUNDS:
            if not (phrases.without_measures(spot.about) or mention.is_of_giver):
                mention.anchor = self.anchor
            in_row = self.anchor is not None and self.anchor.measure == mention.measure
            self.alike = [*(self.alike if in_row else []), mention]
            self.anchor = mention
        if (mention.measure != "other_amount" or is_unclear) and not (self.main is not None and is_compared):
            self.main = mention
        return mention

    def _rival(self, spot: Spot, part: Mention) -> Mention | None:
        """The part before spending that it may be of, for all that its words and its size say."""
        is_of_all = _OF_ALL.search(spot.about) or phrases.without_measures(spot.about)
        is_within = (spot.figure.in_wan or 0) <= part.wan
        return part if part.measure in GIVEN and is_within and not is_of_all else None

    def _part(self, spot: Spot, whole: Mention) -> Mention | None:
        """The figure as a part of `whole`, None where its words name the report's total again or something else."""
        measure = phrases.part_measure(CATEGORY.sub("", spot.about), spot.behind)
        if whole.measure == "budget_adjustment" and spot.about.endswith(CHANGES):
            measure = whole.measure
        item = item_of(spot.before) or item_behind(spot.following)
        if measure == "other_amount":
            return None
        if part := self._described(spot, item, whole):
            return self._of_part(phrases.money_measure(spot.about), spot, part)
        own_words = phrases.without_measures(item)
        is_of_other_year = whole.year is not None and whole.year != self.times.year
        if not spot.category and (phrases.is_of_all(item) or (is_of_other_year and not own_words)):
            return None
        if spot.category and spot.category == whole.category and not own_words:
            return None
        is_source = funding_label(item).kind == "source"
        is_given = whole.measure == "executed" and _GIVES.search(spot.about)
        if measure == "appropriated" and not is_given and (own_words or is_source):
            measure = whole.measure
        is_from_before = measure == "carryover" and item.startswith(_FROM_BEFORE)
        is_spent_of = whole.measure == "executed" and "其中" in spot.before
        if is_from_before and (is_spent_of or whole.measure in {*GIVEN, phrases.money_measure(spot.about)}):
            measure = whole.measure
        if not spot.category and measure not in {None, whole.measure} and not own_words:
            return None
        is_spent = whole.measure in GIVEN and "executed" in {measure, phrases.money_measure(spot.about)}
        if is_spent and (budgeted := self.parts.budgeted(whole, item)):
            return self.parts.name_again(self._mention("executed", spot), budgeted)
        opens_list = "：" in spot.before or BREAKS_DOWN.search(spot.before)
        if spot.figure.number and not opens_list and self.parts.come_to(whole):
            return None
        mention = self._mention(measure or whole.measure, spot)
        mention.broken_down, mention.is_unnamed = whole, measure is None
        mention.opens_parts = "其中" in spot.before
        if spot.category and spot.category != whole.category:
            mention.category = spot.category
        else:
            mention.item = item
        self.parts.name(mention)
        return mention

    def _described(self, spot: Spot, item: str, whole: Mention) -> Mention | None:
        """The part before it that a figure without a name of its own is of: the only one, where each has figures like
        it or it cannot be the whole's, the one that it is compared with, or the one right before its bracket."""
        part = self.parts.last
        is_compared = spot.about.startswith(_COMPARES)
        own_words = phrases.without_measures(spot.about[is_compared:])
        if part is None or spot.category or own_words or funding_label(item).kind == "source":
            return None
        between = spot.sentence[part.figure.end : spot.figure.start].lstrip()
        if is_compared or (between.startswith(("（", "(")) and "）" not in between and ")" not in between):
            return part
        is_paired = len(_PAIRED_PART.findall(spot.sentence)) > 1
        return self.parts.only if is_paired or is_not_of_whole(spot, part, whole) else None

    def _of_part(self, measure: str | None, spot: Spot, part: Mention) -> Mention:
        """Another figure of the part that stands before it."""
        return self.parts.add(self._mention(measure or "other_amount", spot), part)

    def _rates(self, spot: Spot) -> Iterator[Mention]:
        words = spot.about
        whole = clauses.about(spot.before, longer=True)
        if (not _RATE_WORD.search(words) and len(words) <= FEW_WORDS) or _SEVERAL_RATES.search(whole):
            words = whole
        if words == "的" and _SHARE_OF_BUDGET.search(spot.sentence, 0, spot.figure.start):
            words = "占预算的"
        measures = phrases.rate_measures(words, spot.behind)
        is_corrected = phrases.is_corrected(spot.sentence[: spot.figure.start])
        if self.times.is_other or spot.is_of_income or is_corrected:
            measures = ["other_rate"]
        for measure in measures:
            told = replace(spot, about=words.lstrip("，,； "))
            if self.parts.only is not None and len(_RATED_PART.findall(spot.sentence)) > 1:
                yield self._of_part(measure, told, self.parts.only)
                continue
            mention = self._mention(measure, told)
            category = spot.category or (None if _OVERALL_RATE.search(words) else self.category)
            mention.category = category if measure != "other_rate" else None
            mention.is_of_giver, mention.level = told.is_of_giver, told.level if told.is_of_giver else None
            is_of_givers = all(amount.is_of_giver for amount in self.alike[-2:]) and len(self.alike) > 1
            is_of_no_giver = (
                is_of_givers or told.is_of_giver or is_parted_from_giver(self.anchor, spot.sentence, spot.figure.start)
            )
            mention.anchor = None if is_of_no_giver else self.anchor
            mention.row = tuple(self.alike)
            yield mention
        self.alike = []


def _untold(figure: Figure) -> str | None:
    """The measure of a figure in a formula, or of one in a row of figures whose names cannot be told apart."""
    return {"points": None, "percent": "other_rate"}.get(figure.unit or "", "other_amount")
