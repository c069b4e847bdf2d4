"""Figures in sentences: amounts, rates and scores, each with what its words say it is.

A sentence keeps its subject: in 三公经费预算为228.47万元，支出决算为104.70万元 the second figure speaks of 三公经费
too, and what follows 其中 breaks down the figure before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.forms.prose import brackets, clauses
from ingest.forms.prose.amounts import amount
from ingest.forms.prose.breakdowns import BREAKS_DOWN, CONTAINS, OF_FUNDS, comes_to, drop_incomplete, larger_whole
from ingest.forms.prose.enumerations import last_mark
from ingest.forms.prose.givers import is_beside_giver
from ingest.forms.prose.mention import Mention
from ingest.forms.prose.points import PointsReader
from ingest.forms.prose.rates import rates
from ingest.forms.prose.spot import Spot, category_in
from ingest.forms.prose.thread import Thread
from ingest.lexicon.numbers import Figure, figures
from ingest.lexicon.phrases.facts import is_of_wider_area
from ingest.lexicon.phrases.money import money_measure

_NAMES_SOME = re.compile(r"用于|包括|包含|分别")
_OPERAND = re.compile(r"[×xX*＊÷/+＋][（(]?\s*$")
_EQUALS = re.compile(r"[=＝]")
_RESULT = re.compile(r"^[\s\d.+＋×xX*＊/÷()（）-]*[=＝≈]\s*$")
_SUMS_BEHIND = re.compile(r"\s*[（(](?!其中)")
_AMONG = "其中"
_WITHIN_PART = re.compile(r"\s*(?P<name>[\u4e00-\u9fff]{3,12}?)(?:中|(?:主要)?(?:包括|包含))(?=[，,：:])")
_OPENS_PARTS = re.compile(r"^\s*[:：]|其中|包括|包含|部分(?:构成|组成)")


@dataclass(slots=True)
class Sentences:
    """Reads the sentences of one cell in turn; what 其中 refers to may stand in the sentence before."""

    thread: Thread
    points: PointsReader
    begins_in_figure: bool = False

    def read(self, sentence: str, cut: str = "") -> Iterator[Mention]:
        """The figures of a sentence; `cut` is its beginning, where that stands in the paragraph before. 基本支出中：
        breaks down the part named before, as 其中 does the amount right before it."""
        lead = _WITHIN_PART.match(sentence) if self.thread.named else None
        whole = self.thread.named.get(category_in(lead["name"]) or lead["name"]) if lead else None
        if lead is None or whole is None:
            yield from self._read(sentence, cut)
            return
        self.thread.main = whole
        begun = f"{_AMONG}{' ' * (lead.end() - len(_AMONG))}"
        for mention in self._read(begun + sentence[lead.end() :], ""):
            quote = mention.evidence.quote.replace(begun, lead.group(), 1)
            mention.evidence = mention.evidence._replace(quote=quote)
            yield mention

    def _read(self, sentence: str, cut: str) -> Iterator[Mention]:
        thread = self.thread
        thread.begin(sentence)
        formula = ""
        row_of: str | None = None
        outside: brackets.Outside | None = None
        some: list[Mention] = []
        spans: list[tuple[int, int]] = []
        found = list(figures(sentence))
        thread.subjects.sentence(sentence, bool(found))
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
            before = shared.get(index, clauses.before_share(sentence, found, index) or before)
            thread.listed = last_mark(between, thread.listed)
            thread.subject = thread.subjects.at(shared.get(index, between))
            spot = Spot(figure, sentence, before, clauses.about(before))
            if "）" in between or ")" in between:
                brackets.leave(thread, outside)
                outside = None
            if brackets.OPENS.search(between):
                outside = brackets.enter(thread, between, sentence, found[index - 1 :] if index else [])
            thread.times.read(before, spot.about, between)
            if "；" in between or ";" in between:
                thread.end_group()
            self._go_on(spot, between, found, index)
            spans.append((figure.start, figure.end))
            if self.begins_in_figure:
                self.begins_in_figure = False
                if not between.strip(" .,，"):
                    yield thread.mention(None, spot)
                    continue
            if (index not in shared and _OPERAND.search(between)) or not shared.get(index, "shared"):
                mention = thread.mention(_untold(figure), spot)
                row_of = _row_of_funds(between) or (row_of if figure.in_wan is not None else None)
                mention.doubt = "part" if row_of and index in shared and figure.in_wan is not None else None
                yield mention
            elif figure.unit == "points":
                told = self.points.read(figure, spot.about, before, is_only=points_count == 1)
                if told:
                    mention = thread.mention(told.measure, replace(spot, about=told.about))
                    mention.is_bare = told.is_bare
                    yield mention
            elif figure.unit == "percent":
                yield from rates(thread, spot)
            else:
                mention = thread.last = amount(thread, spot)
                if named := mention.category or mention.item:
                    thread.named[named] = mention
                if not thread.in_breakdown or (mention.broken_down is None and mention is thread.main):
                    thread.leave_breakdown()
                if thread.names_some and mention.broken_down is not None:
                    some.append(mention)
                yield mention
        drop_incomplete(some)
        thread.listed = last_mark(sentence[spans[-1][1] if spans else 0 :], thread.listed)

    def _go_on(self, spot: Spot, between: str, found: Sequence[Figure], index: int) -> None:
        """Tell whether the next figure is in a breakdown, and of what, by the words between it and the one before."""
        thread = self.thread
        if thread.main is not None and thread.main is thread.unclear and comes_to(thread.main, found[:index]):
            thread.main, thread.unclear, thread.in_breakdown = None, None, False
        is_sum = _SUMS_BEHIND.match(between) and clauses.sums_in_bracket(spot.sentence, found[index - 1 :])
        if thread.main is None and thread.unclear is not None:
            thread.main = thread.unclear if is_sum or _OPENS_PARTS.search(between) else None
        if thread.main and is_of_wider_area(thread.main.about, between):
            thread.main.measure, thread.main, thread.anchor = "other_amount", None, None
            thread.in_breakdown = False
        elif thread.main and is_sum:
            thread.in_breakdown = thread.in_brackets = True
        elif is_beside_giver(thread.main, spot.is_of_giver, between):
            thread.in_breakdown = False
        elif BREAKS_DOWN.search(between) or (self._is_spent() and CONTAINS.search(between)):
            is_listed = thread.in_breakdown or "其中" in between
            thread.in_brackets = bool(brackets.OPENS.search(between))
            thread.main = larger_whole(thread.main, thread.anchor, spot.figure)
            thread.in_breakdown = thread.main is not None
            thread.names_some = bool(_NAMES_SOME.search(between)) and (thread.names_some or not is_listed)

    def _is_spent(self) -> bool:
        return self.thread.main is not None and self.thread.main.measure == "executed"


def _row_of_funds(between: str) -> str | None:
    """What was given or spent in a row whose names cannot be told apart: 三类项目分别支出10、20万元."""
    measure = money_measure(clauses.about(between)) if "分别" in between else None
    return measure if measure in OF_FUNDS else None


def _untold(figure: Figure) -> str | None:
    """The measure of a figure in a formula, or of one in a row of figures whose names cannot be told apart."""
    return {"points": None, "percent": "other_rate"}.get(figure.unit or "", "other_amount")
