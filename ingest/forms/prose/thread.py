"""What the figures of a paragraph have said so far that the next one may go on with."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.document import Cell
from ingest.forms.layout import Row
from ingest.forms.prose.mention import Mention
from ingest.forms.prose.parts import Parts
from ingest.forms.prose.projects import Subjects
from ingest.forms.prose.spot import Spot
from ingest.forms.prose.times import Times
from ingest.lexicon.phrases.money import lowers

_QUOTE_LENGTH = 160


@dataclass(slots=True)
class Thread:
    """heading: the category of expenditure that the heading above names; main: the amount that a breakdown may be of,
    `in_breakdown` whether the next figure is in one, `in_brackets` whether that ends with a bracket, `names_some`
    whether it may leave some parts out; anchor: the amount of a funding line named last; alike: the amounts of one
    measure in a row, up to the figure read last; unclear: the amount read last if no word says what it is;
    named: the last amount of each category and each item; spent: what the sentence says last to be spent,
    last: its last amount; listed: the mark of the item of an enumeration.
    """

    row: Row
    cell: Cell
    subjects: Subjects
    heading: str | None = None
    subject: str | None = None
    main: Mention | None = None
    in_breakdown: bool = False
    in_brackets: bool = False
    names_some: bool = False
    anchor: Mention | None = None
    alike: list[Mention] = field(default_factory=list)
    parts: Parts = field(default_factory=Parts)
    unclear: Mention | None = None
    category: str | None = None
    named: dict[str, Mention] = field(default_factory=dict)
    spent: Mention | None = None
    last: Mention | None = None
    listed: str | None = None
    group: int = 0
    times: Times = field(default_factory=Times)

    def begin(self, sentence: str) -> None:
        """A new sentence: what 其中 at its beginning refers to stands in the one before."""
        self.in_breakdown = sentence.lstrip().startswith("其中")
        self.in_brackets = self.names_some = False
        self.spent = self.last = None
        if not self.in_breakdown:
            self.main, self.category, self.anchor = None, None, None
        self.end_group()
        self.times = Times(lasting=self.main.year if self.main else None)

    def end_group(self) -> None:
        """；or 。: no amount before it is in a row with what follows."""
        self.group += 1
        self.alike = []
        self.parts.leave()

    def leave_breakdown(self) -> None:
        self.in_breakdown = False
        self.parts.leave()

    def mention(self, measure: str | None, spot: Spot) -> Mention:
        figure = spot.figure
        quote = spot.sentence.strip()
        if len(quote) > _QUOTE_LENGTH:
            start = max(0, figure.start - _QUOTE_LENGTH // 2)
            quote = spot.sentence[start : figure.end + _QUOTE_LENGTH // 2].strip()
        evidence = self.row.evidence(self.cell, quote)
        if measure == "budget_adjustment" and lowers(spot.about):
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
            group=self.group,
            topic=spot.topic,
        )
