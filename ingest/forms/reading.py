"""What stands in the rows of one report: its tables and its sentences, before they become records."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise

from ingest.document import Cell
from ingest.forms.drafts import Draft
from ingest.forms.funds.category_pairs import add_category_pairs
from ingest.forms.funds.cost_lists import add_cost_lists
from ingest.forms.funds.heading import funding_heading
from ingest.forms.funds.lines import FundingTable, Line
from ingest.forms.funds.pairs import may_be_pair, read_pairs
from ingest.forms.funds.sideways import read_sideways
from ingest.forms.funds.table import read_funding
from ingest.forms.goals import Place, goal_places
from ingest.forms.grades import grades
from ingest.forms.head import stated_goal_places, total_scores
from ingest.forms.headings import LEVELS
from ingest.forms.indicators.heading import indicator_heading
from ingest.forms.indicators.summaries import SectionFigure, Summary, read_summary
from ingest.forms.indicators.summaries_across import read_summary_across
from ingest.forms.indicators.table import IndicatorTable, read_indicators
from ingest.forms.indicators.totals import Total
from ingest.forms.indicators.turned import read_turned
from ingest.forms.issues import Answer, StatedIssue, answers, stated_issues
from ingest.forms.layout import Row
from ingest.forms.listing import Entry, Listing, listing_heading, read_listing
from ingest.forms.prose.coverage import funding_line
from ingest.forms.prose.mention import Mention
from ingest.forms.prose.mentions import mentions
from ingest.forms.prose.several import leave_several
from ingest.forms.unread import Unread
from ingest.lexicon.budget_words import (
    is_of_all_units,
    is_of_inspectors,
    judges_management,
    names_budget,
    speaks_of_performance,
)
from ingest.lexicon.labels import CONCLUSIONS, money_unit, row_concept
from ingest.lexicon.marks import grade
from ingest.lexicon.numbers import cell_figure, has_run_together
from ingest.lexicon.prompts import asks_for_words
from ingest.lexicon.run_together import before_joined_headings
from ingest.lexicon.targets import is_row_of_figures
from ingest.lexicon.text import fold, tidy, without_code
from ingest.once import once

_SPENT = frozenset({"executed", "execution_rate"})
_OWN_MONEY = frozenset({"executed", "annual_budget", "initial_budget"})
_UNITS = frozenset({"organization_name", "department_name"})
_REVIEW = "绩效自评综述"
_LINES_OF_HEAD = 3
PROSE_CELL = 15
"""The most characters of a cell that is no running text."""


@dataclass
class Reading:
    """What stands in the rows of one report, before it becomes records. `texts`: the paragraphs and text cells that
    belong to no table of figures; `entry`: the row of a list of projects that is the whole report; `is_of_unit_above`:
    no row of that list names a unit."""

    draft: Draft
    rows: list[Row]
    funding: list[FundingTable] = field(default_factory=list)
    indicators: list[IndicatorTable] = field(default_factory=list)
    summaries: list[Summary] = field(default_factory=list)
    listings: list[Listing] = field(default_factory=list)
    prose: list[Mention] = field(default_factory=list)
    texts: list[tuple[Row, Cell]] = field(default_factory=list)
    scores: list[tuple[Row, Cell]] = field(default_factory=list)
    entry: Entry | None = None
    is_of_unit_above: bool = False

    @property
    def is_department(self) -> bool:
        return self.entry is None and self.draft.is_department

    @once
    def answers(self) -> list[Answer]:
        """What stands where problems, suggestions and practices are asked for; no section goes on in the next part."""
        found: list[Answer] = []
        for rows in [self.rows] if self.entry else (part.rows for part in self.draft.parts):
            found += answers(rows, found[-1].place_no if found else 0)
        return found

    @once
    def issues(self) -> list[StatedIssue]:
        """The problems, suggestions and practices that are stated."""
        return stated_issues(self.answers)

    @once
    def goal_places(self) -> tuple[Place | None, Place | None]:
        """The goal and the completion, in the form or else in prose."""
        goal, done = goal_places(self.rows)
        if goal is None and done is None and not self.is_department:
            goal, done = stated_goal_places(self.rows)
        return _filled(goal), _filled(done)

    def execution_points(self) -> tuple[FundingTable, Line] | None:
        """The funding line that holds the points for the execution rate, with its table: the total's, if any."""
        lines = [(table, line) for table in self.funding for line in table.lines if any(line.points)]
        return next(((table, line) for table, line in lines if line is table.headline), next(iter(lines), None))

    def other_execution_points(self) -> Iterator[Unread]:
        """Points of other funding lines that are not these same points printed again."""
        found = self.execution_points()
        known = [_number(cell) for cell in found[1].points] if found else []
        for table in self.funding:
            columns = (table.columns.of("weight"), table.columns.of("score"))
            for line in table.lines:
                for cell, column, number in zip(line.points, columns, known, strict=False):
                    if cell is not None and _number(cell) != number:
                        yield Unread(line.row, cell, table.columns.texts.get(column or 0, ""))

    @once
    def sayings(self) -> list[tuple[Row, Cell]]:
        """The texts that say something, without rows of a table whose figures nothing parts."""
        said = [(row, cell) for row, cell in self.texts if not (row.is_unparted and _is_unparted(row, cell))]
        return [(row, _before_joined_headings(cell)) for row, cell in said]

    def names(self) -> Iterator[tuple[str, str, Row, Cell]]:
        """(concept, value, row, cell) for every printed project, unit and department name."""
        if self.entry is None:
            yield from self.draft.names()
            return
        for concept, cell in self.entry.names.items():
            yield concept, without_code(tidy(cell.text) or ""), self.entry.row, cell
        if self.is_of_unit_above:
            yield from (name for name in self.draft.names() if name[0] in _UNITS)

    def totals(self) -> Iterator[tuple[Row, Cell]]:
        """The cells that hold the report's total score."""
        for total in self._printed_totals():
            if total.score:
                yield total.row, total.score
        yield from self.scores
        if self.entry and self.entry.score:
            yield self.entry.row, self.entry.score

    def full_marks(self) -> Iterator[tuple[Row, Cell]]:
        """The cells that hold what the report's total score is out of."""
        for total in self._printed_totals():
            if total.weight:
                yield total.row, total.weight
        if self.entry and self.entry.weight:
            yield self.entry.row, self.entry.weight

    def section_figures(self) -> Iterator[SectionFigure]:
        """The points of sections that stand apart from their indicators: in a table of their own, or below them."""
        for summary in self.summaries:
            yield from summary.figures
        for total in (total for table in self.indicators for total in table.subtotals):
            for measure, cell in (("section_weight", total.weight), ("section_score", total.score)):
                if cell is not None:
                    yield SectionFigure(measure, total.row.filled[0].text, total.row, cell)

    def _printed_totals(self) -> Iterator[Total]:
        for table in self.indicators:
            yield from table.totals
        for summary in self.summaries:
            yield from summary.totals

    def grades(self) -> Iterator[tuple[tuple[str, str] | None, Row, Cell]]:
        """Every place where a grade is asked for, as `head.grades` gives them; those beside a total stand first."""
        for table in self.indicators:
            if table.total and table.total.grade:
                yield grade(table.total.grade.text), table.total.row, table.total.grade
        if self.entry and self.entry.grade:
            yield grade(self.entry.grade.text), self.entry.row, self.entry.grade
        yield from grades(self.rows)

    @once
    def is_evaluation(self) -> bool:
        """Whether anything was evaluated: scores, actual values, what prose says of the budget or of spending and which
        score the unit gave itself, money in a titled report, what was spent in a form, or points for that beside what
        was achieved."""
        if self.entry is not None:
            return self.entry.score is not None or self.entry.grade is not None
        if not self._is_of_budget():
            return False
        if self.summaries or any(
            row.score is not None or row.texts["actual"] for table in self.indicators for row in table.rows
        ):
            return True
        stated = {mention.measure: mention.about for mention in self.prose}
        if any(measure in _OWN_MONEY for measure in stated) and self._has_own_score():
            return self.draft.is_titled or not any(is_of_inspectors(row.text) for row in self.rows[:_LINES_OF_HEAD])
        if "executed" in stated and any(_REVIEW in cell.text for _, cell in self.texts):
            return True
        lines = [line for table in self.funding for line in table.lines]
        if self.draft.is_titled and (lines or self.prose or self._has_figures_in_rows()):
            return True
        measures = {figure.measure for line in lines for figure in line.figures} | stated.keys()
        if "form" in self.draft.kinds and (not measures.isdisjoint(_SPENT) or self._has_figures_in_rows()):
            return True
        return any(line.points[1] for line in lines) and all(self.goal_places)

    def _is_of_budget(self) -> bool:
        """Whether it has tables or no title, or says there or in its text that the performance of money is evaluated:
        others evaluate how a law, a school or a unit's work does."""
        if self.funding or self.indicators or self.summaries:
            return True
        if any(is_of_all_units(row.text) for row in self.rows[:_LINES_OF_HEAD]):
            return False
        titles = [row.text for part in self.draft.parts for row in part.title_rows]
        if any(map(judges_management, titles)):
            return any(mention.measure in _OWN_MONEY for mention in self.prose)
        if not titles or any(map(names_budget, titles)) or any(part.announcement for part in self.draft.parts):
            return True
        return any(speaks_of_performance(row.text) for row in self.rows)

    def _has_figures_in_rows(self) -> bool:
        """Whether rows of tables whose cells nothing parts stand among the texts."""
        return any(_is_unparted(row, cell) or has_run_together(cell.text) for row, cell in self.texts)

    def _has_own_score(self) -> bool:
        """Whether prose says which score the unit gave itself, or gives one score and no other of an evaluation."""
        scores = [mention for mention in self.prose if mention.measure == "total_score"]
        evaluated = any("绩效评价" in mention.about for mention in scores)
        is_one = len({mention.figure.number for mention in scores}) == 1
        return any("自评" in mention.about for mention in scores) or (evaluated and is_one)


def read_draft(draft: Draft) -> list[Reading]:
    """Read the tables and sentences of a report's parts; each project of a list is a reading of its own behind it."""
    reading = Reading(draft, draft.rows())
    listed: list[Reading] = []
    position = 0
    while position < len(reading.rows):
        row = reading.rows[position]
        is_plain = row.stands_alone and not may_be_pair(row)
        if not is_plain and (behind := _read_table(reading, listed, position)) is not None:
            position = behind
            continue
        _read_words(reading, row)
        position += 1
    add_category_pairs(reading.funding, reading.rows)
    add_cost_lists(reading.funding, reading.rows)
    reading.prose = mentions(reading.sayings)
    leave_several(reading.prose, {row.block_no for part in draft.parts if part.is_of_several for row in part.rows})
    readings = [reading, *listed]
    titles = (row.text for part in draft.parts for row in part.title_rows)
    unit = next((unit for title in titles if (unit := money_unit(title))), None)
    for funding in (funding for each in readings for funding in each.funding if funding.unit is None):
        if stated := unit or funding.columns.heading.unit_of_head:
            funding.set_unit(stated)
    return readings


def _read_table(reading: Reading, listed: list[Reading], position: int) -> int | None:
    """Read the table that starts at a row, and tell the position behind it; None where none starts there. A line of
    running text is at most a pair of a label and its figure."""
    rows = reading.rows
    if rows[position].stands_alone:
        pairs = read_pairs(rows, position)
    elif (found := read_summary(rows, position) or read_summary_across(rows, position)) is not None:
        summary, behind = found
        reading.summaries.append(summary)
        return behind
    elif not rows[position].concepts.isdisjoint(LEVELS) and (turned := read_turned(rows, position)) is not None:
        reading.indicators.append(turned[0])
        return turned[1]
    elif (indicators := indicator_heading(rows, position)) is not None:
        table, behind = read_indicators(rows, *indicators)
        reading.indicators.append(table)
        for row in table.passed:
            _read_words(reading, row)
        return behind
    else:
        columns = funding_heading(rows, position)
        if (heading := listing_heading(rows, position, columns)) is not None:
            listing, behind = read_listing(rows, position, *heading)
            reading.listings.append(listing)
            is_of_unit_above = all(entry.names.keys().isdisjoint(_UNITS) for entry in listing.entries)
            for entry in listing.entries:
                own = [entry.row], [entry.funding]
                listed.append(Reading(reading.draft, *own, entry=entry, is_of_unit_above=is_of_unit_above))
            return behind
        pairs = read_sideways(rows, position) or read_pairs(rows, position)
        if pairs is None and columns is not None:
            pairs = read_funding(rows, position)
    if pairs is None:
        return None
    funding, behind = pairs
    reading.funding.append(funding)
    points = {(cell.row, cell.col) for line in funding.lines for cell in line.points if cell is not None}
    scores = ((row, cell) for row in rows[position:behind] for cell in total_scores(row))
    reading.scores += [(row, cell) for row, cell in scores if (cell.row, cell.col) not in points]
    return behind


def _read_words(reading: Reading, row: Row) -> None:
    """Take what a row that belongs to no table of figures says: a score beside its label, and running text."""
    if row.stands_alone:
        reading.texts += [(row, cell) for cell in row.cells]
        return
    told = set() if row.labels.isdisjoint(CONCLUSIONS) else set(_conclusions(row))
    reading.scores += [(row, cell) for cell in total_scores(row) if cell.col not in told]
    reading.texts += [
        (row, cell) for cell in row.cells if row.is_line or len(fold(cell.text)) > PROSE_CELL or cell.col in told
    ]


def _is_unparted(row: Row, cell: Cell) -> bool:
    """Whether a line is a row of a table whose figures nothing parts, or a part of its funds without a heading: it says
    nothing as a sentence."""
    return row.is_unparted and (is_row_of_figures(cell.text) or funding_line(cell.text) is not None)


def _conclusions(row: Row) -> Iterator[int]:
    """The columns beside the labels of what is said in words, be it as short as 自评得分94分。"""
    return (value.col for label, value in pairwise(row.cells) if row_concept(label.text) in CONCLUSIONS)


def _filled(place: Place | None) -> Place | None:
    """A place that holds more than what the template asks for in it."""
    return None if place is None or asks_for_words(place.text) else place


def _number(cell: Cell | None) -> Decimal | None:
    figure = cell_figure(cell.text) if cell is not None else None
    return figure.number if figure is not None else None


def _before_joined_headings(cell: Cell) -> Cell:
    """The cell with what it says before headings that a converter has joined."""
    text = before_joined_headings(cell.text)
    return cell if text == cell.text else cell._replace(text=text)
