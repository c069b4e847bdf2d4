"""What stands in the rows of one report: its tables and its sentences, before they become records."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.document import Cell
from ingest.forms.funding import FundingTable, funding_heading, read_funding
from ingest.forms.indicators import IndicatorTable, indicator_heading, read_indicators
from ingest.forms.layout import Row
from ingest.forms.prose import Mention, mentions
from ingest.forms.segments import Draft
from ingest.lexicon.text import fold

_PROSE_CELL = 15


@dataclass(slots=True)
class Reading:
    """What stands in the rows of one report, before it becomes records."""

    draft: Draft
    rows: list[Row]
    funding: list[FundingTable] = field(default_factory=list)
    indicators: list[IndicatorTable] = field(default_factory=list)
    prose: list[Mention] = field(default_factory=list)

    @property
    def is_evaluation(self) -> bool:
        """Whether anything was evaluated: scores, actual values, or money and a conclusion in a titled report."""
        scored = any(
            row.score is not None or row.texts["actual"] for table in self.indicators for row in table.rows
        ) or any(mention.measure == "total_score" for mention in self.prose)
        titled = bool(self.draft.kinds - {"annex", "issue_list"})
        return scored or (titled and bool(any(table.lines for table in self.funding) or self.prose))


def read_draft(draft: Draft) -> Reading:
    """Read the tables and sentences of a report's parts."""
    reading = Reading(draft, draft.rows())
    rows = reading.rows
    cells: list[tuple[Row, Cell]] = []
    position = 0
    while position < len(rows):
        indicators = indicator_heading(rows, position)
        if indicators is not None:
            table, position = read_indicators(rows, *indicators)
            reading.indicators.append(table)
            continue
        if rows[position].row_no is not None and funding_heading(rows[position]) is not None:
            funding, position = read_funding(rows, position)
            reading.funding.append(funding)
            continue
        row = rows[position]
        cells.extend((row, cell) for cell in row.cells if row.row_no is None or len(fold(cell.text)) > _PROSE_CELL)
        position += 1
    reading.prose = mentions(cells)
    return reading
