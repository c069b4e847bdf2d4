"""The total of what prose states: which line is it, and which lines of projects hang under it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from ingest.forms.funds.statement import Statement, in_wan
from ingest.forms.prose.batches import is_batch
from ingest.forms.prose.givers import other_source
from ingest.forms.prose.mention import Mention
from ingest.records import FundingLine

BASES = ("annual_budget", "initial_budget", "appropriated", "funds_received")


def hang_projects(statement: Statement, prose: Sequence[Mention], lines: Mapping[int, FundingLine | None]) -> None:
    """Put the lines of projects under the total, or without one under 项目支出, that they sum to; else nothing says
    that they are all of it."""
    own = {line.line_no: line for mention in prose if mention.project and (line := lines[id(mention)])}
    projects = (line for line in statement.lines if line.expenditure_category == "project")
    whole = statement.headline or next(projects, None)
    if whole is None:
        return
    of_whole = any(line.parent_line_no == whole.line_no for line in own.values())
    for measures in (BASES, ("executed",)):
        total = _stated(statement, whole, measures)
        parts = [_stated(statement, line, measures) for line in own.values()]
        of_whole = of_whole or (total is not None and sum(part or 0 for part in parts) == total)
    has_budget = not whole.is_headline or _stated(statement, whole, BASES) is not None
    for line in own.values():
        is_share = not has_budget and is_batch(line.line_label)
        if (of_whole or is_share) and line is not whole:
            line.parent_line_no = line.parent_line_no or whole.line_no
            line.line_kind = "source" if is_share else line.line_kind


def _stated(statement: Statement, line: FundingLine, measures: Sequence[str]) -> Decimal | None:
    """The line's amount of the first of the measures that it states, in 万元."""
    own = (statement.cells.get((line.line_no, measure)) for measure in measures)
    return next((in_wan(amount) for amount in own if amount), None)


def choose_headline(statement: Statement, prose: Sequence[Mention]) -> None:
    """Without any total, a report's only root line is its total, unless that is of one of several projects."""
    projects_named = {mention.project for mention in prose if mention.project}
    roots = [
        line for line in statement.lines if line.parent_line_no is None and line.expenditure_category != "three_public"
    ]
    is_one_of_several = len(projects_named) > 1 and roots and roots[0].line_label in projects_named
    if len(roots) == 1 and other_source(roots[0].line_label) is None and not is_one_of_several:
        roots[0].is_headline = True
