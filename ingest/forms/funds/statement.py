"""What a report says of its funds: the lines and figures that its tables and its prose put together."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from ingest.forms.funds.figures import CellFigure
from ingest.forms.funds.lines import FundingTable
from ingest.forms.prose.mention import Mention
from ingest.lexicon.numbers import PER_WAN
from ingest.records import Amount, FundingLine

BUDGETS = frozenset({"annual_budget", "initial_budget", "appropriated", "funds_received"})
"""The measures that say what there was to spend."""


@dataclass(slots=True)
class Statement:
    """The funding lines and amounts of one report; `cells`: the amounts that are the lines' own, the first of each line
    and measure; `title`: all names that it goes by; `doubts`: figures whose unit could not be told; `several`: amounts
    in prose that differ from the one that was taken for the total's; `untold`: figures of which no word says what they
    are; `unclear`: amounts with parts of a budget, of which no word says that they are it; `spent_on_parts`: what was
    spent on something, where nothing is said of the whole's spending nor of a line's; `has_table_of_whole`: a table of
    the whole is printed, so that prose makes no total."""

    report_no: int
    project: str = ""
    title: str = ""
    is_department: bool = False
    has_table_of_whole: bool = False
    lines: list[FundingLine] = field(default_factory=list)
    amounts: list[Amount] = field(default_factory=list)
    cells: dict[tuple[int | None, str], Amount] = field(default_factory=dict)
    inferred_units: list[tuple[FundingTable, str]] = field(default_factory=list)
    doubts: list[CellFigure] = field(default_factory=list)
    several: list[Mention] = field(default_factory=list)
    untold: list[Mention] = field(default_factory=list)
    unclear: list[Mention] = field(default_factory=list)
    spent_on_parts: list[Mention] = field(default_factory=list)

    @property
    def headline(self) -> FundingLine | None:
        return next((line for line in self.lines if line.is_headline), None)

    @property
    def lines_without_total(self) -> list[FundingLine]:
        """The uppermost lines of a report that states several of them and no total: none of them is taken for it."""
        return [] if self.headline else [line for line in self.lines if line.parent_line_no is None]

    @property
    def shares_without_total(self) -> list[FundingLine]:
        """The lines in prose of what was given, by givers below a total of which only the spending is stated, or beside
        it."""
        headline = self.headline
        if headline is None or headline.origin != "narrative":
            return []
        given = {line_no for line_no, measure in self.cells if measure in BUDGETS}
        if headline.line_no in given:
            return []
        told = [line for line in self.lines if line.line_no in given and line.origin == "narrative"]
        own = [line for line in told if line.expenditure_category != "three_public"]
        below = [line for line in own if line.parent_line_no == headline.line_no and line.line_kind == "source"]
        return below + [line for line in own if line.parent_line_no is None and line.origin == "narrative"]

    def add(self, amount: Amount) -> None:
        amount.amount_no = len(self.amounts) + 1
        self.amounts.append(amount)
        if amount.is_line_cell:
            self.cells.setdefault((amount.line_no, amount.measure), amount)


def in_wan(amount: Amount) -> Decimal | None:
    """The amount in 万元, None for a rate or points."""
    factor = PER_WAN.get(amount.unit)
    return amount.number * factor if factor is not None else None
