"""What stands in the rows of one report: its tables and its sentences, before they become records."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from ingest.document import Cell
from ingest.forms.funding import FundingTable, funding_heading, read_funding
from ingest.forms.goals import Place, goal_places
from ingest.forms.head import grades, stated_goal_places, total_scores
from ingest.forms.indicators import IndicatorTable, indicator_heading, read_indicators
from ingest.forms.issues import Answer, StatedIssue, answers, stated_issues
from ingest.forms.layout import Row
from ingest.forms.listing import Entry, listing_heading, read_listing
from ingest.forms.mention import Mention
from ingest.forms.pairs import read_pairs
from ingest.forms.prose import mentions
from ingest.forms.segments import Draft
from ingest.lexicon.marks import grade
from ingest.lexicon.text import fold, tidy, without_code

_PROSE_CELL = 15


@dataclass
class Reading:
    """What stands in the rows of one report, before it becomes records. `texts`: the paragraphs and text cells that
    belong to no table of figures."""

    draft: Draft
    rows: list[Row]
    funding: list[FundingTable] = field(default_factory=list)
    indicators: list[IndicatorTable] = field(default_factory=list)
    prose: list[Mention] = field(default_factory=list)
    texts: list[tuple[Row, Cell]] = field(default_factory=list)
    scores: list[tuple[Row, Cell]] = field(default_factory=list)
    entry: Entry | None = None

    @property
    def is_department(self) -> bool:
        return self.entry is None and self.draft.is_department

    @cached_property
    def answers(self) -> list[Answer]:
        """What stands where problems, suggestions and practices are asked for."""
        return list(answers(self.rows))

    @cached_property
    def issues(self) -> list[StatedIssue]:
        """The problems, suggestions and practices that are stated."""
        return stated_issues(self.answers)

    @cached_property
    def goal_places(self) -> tuple[Place | None, Place | None]:
        """The goal and the completion, in the form or else in prose."""
        goal, done = goal_places(self.rows)
        if goal is None and done is None and not self.is_department:
            return stated_goal_places(self.rows)
        return goal, done

    def names(self) -> Iterator[tuple[str, str, Row, Cell]]:
        """(concept, value, row, cell) for every printed project, unit and department name."""
        if self.entry is None:
            yield from self.draft.names()
        else:
            for concept, cell in self.entry.names.items():
                yield concept, without_code(tidy(cell.text) or ""), self.entry.row, cell

    def totals(self) -> Iterator[tuple[Row, Cell]]:
        """The cells that hold the report's total score."""
        for table in self.indicators:
            if table.total and table.total.score:
                yield table.total.row, table.total.score
        yield from self.scores
        if self.entry and self.entry.score:
            yield self.entry.row, self.entry.score

    def grades(self) -> Iterator[tuple[tuple[str, str] | None, Row, Cell]]:
        """Every place where a grade is asked for, as `head.grades` gives them; those beside a total stand first."""
        for table in self.indicators:
            if table.total and table.total.grade:
                yield grade(table.total.grade.text), table.total.row, table.total.grade
        if self.entry and self.entry.grade:
            yield grade(self.entry.grade.text), self.entry.row, self.entry.grade
        yield from grades(self.rows)

    @property
    def is_evaluation(self) -> bool:
        """Whether anything was evaluated: scores, actual values, or money and a conclusion in a titled report."""
        if self.entry is not None:
            return self.entry.score is not None or self.entry.grade is not None
        scored = any(row.score is not None or row.texts["actual"] for table in self.indicators for row in table.rows)
        titled = bool(self.draft.kinds - {"annex", "issue_list"})
        return scored or (titled and bool(any(table.lines for table in self.funding) or self.prose))


def read_draft(draft: Draft) -> list[Reading]:
    """Read the tables and sentences of a report's parts; each project of a list is a reading of its own behind it."""
    reading = Reading(draft, draft.rows())
    listed: list[Reading] = []
    rows = reading.rows
    position = 0
    while position < len(rows):
        indicators = indicator_heading(rows, position)
        if indicators is not None:
            table, position = read_indicators(rows, *indicators)
            reading.indicators.append(table)
            continue
        if listing_heading(rows, position) is not None:
            entries, position = read_listing(rows, position)
            listed.extend(Reading(draft, [entry.row], [entry.funding], entry=entry) for entry in entries)
            continue
        pairs = read_pairs(rows, position)
        if pairs is not None:
            funding, position = pairs
            reading.funding.append(funding)
            continue
        if not rows[position].stands_alone and funding_heading(rows, position) is not None:
            funding, position = read_funding(rows, position)
            reading.funding.append(funding)
            continue
        row = rows[position]
        reading.scores.extend((row, cell) for cell in total_scores(row))
        reading.texts.extend((row, cell) for cell in row.cells if row.is_line or len(fold(cell.text)) > _PROSE_CELL)
        position += 1
    reading.prose = mentions(reading.texts)
    return [reading, *listed]
