"""One figure that prose mentions, and what its words say it is."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from ingest.lexicon.numbers import Figure
from ingest.records import Evidence


@dataclass(slots=True, eq=False)
class Mention:
    """One figure in prose.

    category: basic | project | three_public when its sentence speaks of that category; item: the label of a
    breakdown's item; broken_down: the mention that the item belongs to; level: who gives, where the words say so;
    is_bare: points of a section that no word says to be a weight or a score; measure None: it cannot be told;
    subject: a project that the words name, or (`carried`) the words before its own, as `projects.Subjects` tells;
    numbered: what the numbered paragraph begins with that the figure stands in;
    project: the one of several projects that the figure is of; is_part: its words name only a part of the whole;
    is_rated: the rate behind it says what share of the budget it is; is_all: its size says that it is all spending;
    is_unnamed: no word says what the amount is; is_of_giver: its words begin with who gives (省级资金支出20万元);
    anchor: the amount of a funding line before it in its sentence, for a rate or an amount without a subject;
    row: the amounts right before a rate that it may be of; opens_parts: 其中 stands right before it;
    cost: the kind of cost that its sentence or heading is about, no word of its own being of something else;
    listed: the mark of the item of an enumeration that it stands in (一是); group: which of its cell's clauses up to
    ；or 。it stands in; topic: what these begin with before a colon;
    is_step: it is one of several changes of the budget;
    rival: the amount before it that it may be of, and not of the whole;
    doubt: what of it cannot be told, rate (of which line), part (of what), project (of which), area (if
        it is of the report's own).
    """

    measure: str | None
    figure: Figure
    about: str
    evidence: Evidence
    year: int | None = None
    category: str | None = None
    item: str | None = None
    broken_down: Mention | None = None
    level: str | None = None
    is_bare: bool = False
    subject: str | None = None
    carried: str | None = None
    numbered: str | None = None
    project: str | None = None
    is_part: bool = False
    is_rated: bool = False
    is_all: bool = False
    is_unnamed: bool = False
    is_of_giver: bool = False
    anchor: Mention | None = None
    row: tuple[Mention, ...] = ()
    doubt: str | None = None
    opens_parts: bool = False
    cost: str | None = None
    listed: str | None = None
    group: int = 0
    topic: str = ""
    is_step: bool = False
    rival: Mention | None = None

    @property
    def place(self) -> tuple[int, int | None, int | None]:
        """The paragraph or the cell that it stands in: block, row and column."""
        return self.evidence[:3]

    @property
    def wan(self) -> Decimal:
        """The figure in 万元, 0 for what is no money."""
        return self.figure.in_wan or Decimal(0)
