"""Sentences put to the funding lines of a report: prose about a line that a table prints makes none; prose makes lines
only for what no table of the report holds."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from ingest.forms.funds.statement import Statement
from ingest.forms.prose import projects
from ingest.forms.prose.accounts import leave_earlier_years
from ingest.forms.prose.adjusted import tell_adjusted
from ingest.forms.prose.batches import tie_batches
from ingest.forms.prose.breakdowns import date_parts_of_a_year
from ingest.forms.prose.earmarked import name_earmarked
from ingest.forms.prose.enumerations import doubt_items
from ingest.forms.prose.givers import (
    givers_of_a_total,
    givers_without_total,
    is_of_another,
    leave_exceeded,
    names_giver,
    of_several_givers,
    other_source,
    rates_of_several_givers,
)
from ingest.forms.prose.held import beside_held, is_beside_spending, is_of_another_amount, is_part_of_another
from ingest.forms.prose.itemised import name_items
from ingest.forms.prose.known_lines import bare, is_of_other_category, is_of_sibling, of_label
from ingest.forms.prose.line_names import named_line, names_a_part, speaks_of
from ingest.forms.prose.mention import Mention
from ingest.forms.prose.named_uses import doubt_named_uses
from ingest.forms.prose.new_lines import children, main_label, new_line
from ingest.forms.prose.other_projects import doubt_other_projects
from ingest.forms.prose.rated import doubt_handed_on, mark_all_spent, mark_later, mark_rated, name_rated, name_received
from ingest.forms.prose.rivals import (
    doubt_overlapping,
    doubt_spent_of_giver,
    doubt_wider_areas,
    name_rivals_in_row,
    settle_rivals,
)
from ingest.forms.prose.shared_rates import is_shared, line_of_shared
from ingest.forms.prose.source_lines import giver_line, line_of_source, source_line
from ingest.forms.prose.stated_amounts import add_amount
from ingest.forms.prose.totals import BASES, choose_headline, hang_projects
from ingest.forms.prose.wholes import doubt_contained, free_own, known_budgets, leave_drafts, name_wholes
from ingest.lexicon.labels import RATE_MEASURES
from ingest.lexicon.text import squeeze
from ingest.records import FundingLine

_BUDGETS = ("annual_budget", "initial_budget", "budget_adjustment", "appropriated")
OF_LINES = frozenset({*_BUDGETS, "funds_received", "executed", *RATE_MEASURES})
_PROJECT_SPENDING = "项目支出"
_NAMED_BESIDE = frozenset({None, "within"})
_OF_INITIAL = re.compile("年初预算")
_NAME_END = 4


def place_prose(statement: Statement, prose: Sequence[Mention], year: int | None) -> None:
    """Lines follow from amounts first: a rate may be stated before the amounts that it belongs to."""
    if not statement.is_department and all(mention.category != "basic" for mention in prose):
        _forget_category(prose)
    year = _year_of_money(prose, year)
    leave_earlier_years(prose, year)
    date_parts_of_a_year(prose, year)
    leave_drafts(prose)
    free_own(prose, statement.project)
    tie_batches(prose, year)
    name_items(prose, statement.project)
    name_earmarked(statement, prose)
    budgets = known_budgets(statement, prose, year)
    name_received(prose, budgets)
    unrated = name_rated(prose, budgets, year)
    budgets = known_budgets(statement, prose, year)
    unclear = name_wholes(prose, budgets)
    unrated = [mention for mention in unrated if mention.measure == "other_amount" and mention not in unclear]
    budgets = known_budgets(statement, prose, year)
    statement.unclear = [*unclear, *unrated]
    mark_rated(prose, budgets)
    doubt_handed_on(prose, budgets, statement.title)
    doubt_contained(prose)
    mark_all_spent(prose, budgets, year)
    mark_later(prose, budgets, year)
    leave_exceeded(prose)
    name_rivals_in_row(prose)
    settle_rivals(statement, prose, budgets)
    doubt_overlapping(statement, prose, budgets, year)
    doubt_spent_of_giver(statement, prose, budgets, year)
    doubt_wider_areas(prose)
    lines: dict[int, FundingLine | None] = {}
    projects.settle(prose, statement.project)
    doubt_items(prose)
    doubt_named_uses(prose)
    doubt_other_projects(statement, prose, year)
    statement.unclear += tell_adjusted(prose)
    if not statement.has_table_of_whole:
        for mention in givers_without_total(prose, year):
            lines[id(mention)] = giver_line(statement, mention, None)
    givers = givers_of_a_total(prose, year)
    several = of_several_givers(prose, year)
    rates = rates_of_several_givers(prose)
    cells: dict[tuple[int, str | None], Mention] = {}
    for mention in sorted(prose, key=lambda mention: _turn(mention, givers | several)):
        headline = statement.headline
        if id(mention) in lines:
            continue
        if mention.doubt or is_part_of_another(mention, lines, cells):
            lines[id(mention)] = None
        elif id(mention) in givers and headline:
            lines[id(mention)] = giver_line(statement, mention, headline.line_no)
        elif id(mention) in several and not (headline and (headline.fund_level or names_giver(headline.line_label))):
            lines[id(mention)] = source_line(statement, mention, headline)
        elif id(mention) in rates:
            lines[id(mention)] = line_of_source(statement, squeeze(mention.about), mention.level, headline)
        elif is_shared(mention, lines):
            lines[id(mention)] = line_of_shared(statement, mention, prose, lines)
            mention.doubt = None if lines[id(mention)] else "rate"
        else:
            line = _line_for(statement, mention, lines, year)
            if line is headline and line and is_beside_spending(mention, line, cells):
                line = giver_line(statement, mention, None)
            if mention.year in {None, year} and is_of_another_amount(mention, line, cells):
                line, mention.doubt = None, "rate"
            lines[id(mention)] = beside_held(statement, mention, line, cells) if line else None
        if line := lines[id(mention)]:
            cells.setdefault((line.line_no, mention.measure), mention)
    statement.untold = [mention for mention in prose if mention.measure is None or mention.doubt]
    for mention in sorted(prose, key=_is_rate_of_initial):
        if mention.measure is not None:
            add_amount(statement, mention, mention.measure, lines[id(mention)])
    statement.spent_on_parts = _spent_on_parts(statement, prose, year)
    hang_projects(statement, prose, lines)
    if statement.lines and not statement.headline:
        choose_headline(statement, prose)


def _spent_on_parts(statement: Statement, prose: Sequence[Mention], year: int | None) -> list[Mention]:
    """What the words tie to something that is no line, in a report that says of none what was spent."""
    if any(amount.measure == "executed" and amount.line_no is not None for amount in statement.amounts):
        return []
    told = {id(mention) for mention in (*statement.unclear, *statement.several, *statement.untold)}
    return [
        mention
        for mention in prose
        if mention.measure == "executed"
        and mention.broken_down is None
        and id(mention) not in told
        and mention.year in {None, year}
    ]


def is_of_whole_department(mention: Mention) -> bool:
    """Whether a budget in the prose on a department names no category, no item and no project: it is of the whole."""
    is_part = mention.category or mention.item or mention.project or mention.subject
    return mention.measure in {"annual_budget", "initial_budget"} and not is_part


def _turn(mention: Mention, givers: Collection[int]) -> tuple[bool, bool, bool]:
    """What is of the whole goes before its parts, and what makes lines before what only speaks of them."""
    whole = mention.broken_down or mention
    return mention.measure in RATE_MEASURES, whole.project is not None, _is_behind(mention, givers)


def _is_rate_of_initial(mention: Mention) -> bool:
    """Whether a rate is of the budget as it was at first: one of the budget as it is now goes before it."""
    return mention.measure in RATE_MEASURES and _OF_INITIAL.search(mention.about) is not None


def _is_behind(mention: Mention | None, givers: Collection[int]) -> bool:
    """Whether an amount is a giver's, or stands behind one."""
    return mention is not None and (id(mention) in givers or _is_behind(mention.anchor, givers))


def _forget_category(prose: Sequence[Mention]) -> None:
    """In the report of one project 项目支出 is no category but the project's spending."""
    for mention in prose:
        if mention.category == "project":
            mention.category = None
            mention.item = _PROJECT_SPENDING if mention.broken_down is not None else None


def _year_of_money(prose: Sequence[Mention], year: int | None) -> int | None:
    """The year whose money counts: the report's, unless all its dated money is of one other year; for a report that
    names none, the last one in which money was spent."""
    dated = {mention.year for mention in prose if mention.year and mention.measure in OF_LINES}
    if year is None and len(dated) > 1:
        spent = [mention.year for mention in prose if mention.year and mention.measure == "executed"]
        return max(spent, default=None)
    undated = any(mention.year is None and mention.measure in _BUDGETS for mention in prose)
    return next(iter(dated)) if len(dated) == 1 and year not in dated and not undated else year


def _line_for(
    statement: Statement, mention: Mention, lines: dict[int, FundingLine | None], year: int | None
) -> FundingLine | None:
    """The line that a mention speaks of, made when only prose holds it; None when it speaks of no line."""
    is_of_year = not (mention.year and year and mention.year != year)
    if mention.measure not in OF_LINES or not is_of_year or mention.is_step:
        return None
    if mention.project is not None:
        known = of_label(statement.lines, mention.project, None)
        return known or new_line(statement, mention, mention.project, None)
    if mention.item is not None and mention.broken_down is not None:
        parent = lines.get(id(mention.broken_down))
        if parent is not None and _is_whole_again(mention, mention.broken_down, parent):
            return parent
        beside = children(statement, parent.line_no) if parent and mention.broken_down.project else statement.lines
        beside = [line for line in beside if not is_of_other_category(statement, line, parent)]
        same = of_label([line for line in beside if not is_of_sibling(statement, line, parent)], mention.item, parent)
        if same or parent is None:
            return same
        return new_line(statement, mention, mention.item, parent.line_no)
    if mention.category is not None:
        if mention.broken_down is None and mention.subject is not None and mention.carried in _NAMED_BESIDE:
            return None
        known = next((line for line in statement.lines if line.expenditure_category == mention.category), None)
        whole = mention.broken_down
        is_of_none = whole is not None and whole.measure in OF_LINES and lines.get(id(whole)) is None
        if known or mention.measure in RATE_MEASURES or is_of_none:
            return known
        parent = statement.headline if mention.category != "three_public" else None
        return new_line(statement, mention, _category_label(mention), parent.line_no if parent else None)
    if source := other_source(mention.about):
        return line_of_source(statement, source, None, statement.headline)
    anchor = mention.anchor
    while anchor is not None and anchor.broken_down is not None:
        anchor = anchor.broken_down
    named = named_line(statement, mention)
    if anchor is not None and mention.measure in RATE_MEASURES:
        return lines.get(id(anchor)) if named is None or mention.is_of_giver else named
    headline = statement.headline
    if named:
        return named
    if anchor is not None and anchor.measure in BASES and id(anchor) in lines:
        of_anchor = lines[id(anchor)]
        mention.doubt = anchor.doubt if anchor.is_of_giver else None
        if of_anchor is not headline or (of_anchor is None and names_a_part(statement, anchor)):
            return of_anchor
    if headline is None:
        if statement.has_table_of_whole or mention.measure in RATE_MEASURES or names_a_part(statement, mention):
            return None
        return _new_main(statement, mention)
    givers = [line for line in children(statement, headline.line_no) if line.fund_level]
    if givers and mention.is_of_giver and mention.level not in {None, headline.fund_level}:
        own = next((line for line in givers if line.fund_level == mention.level), None)
        mention.doubt = None if own or mention.measure in RATE_MEASURES else "part"
        return own
    is_another = mention.level != headline.fund_level and not mention.about.startswith("上级")
    is_another = is_another if headline.fund_level else is_of_another(mention, headline.line_label)
    if mention.is_of_giver and is_another and mention.measure not in _BUDGETS:
        mention.doubt = None if mention.measure in RATE_MEASURES else "part"
        return None
    return headline if speaks_of(statement, headline, mention) else None


def _is_whole_again(part: Mention, whole: Mention, line: FundingLine) -> bool:
    """Whether a part is as much as its whole and goes by its end: 文化专项资金20万元，其中专项资金20万元."""
    name = squeeze(part.item or "")
    is_named = len(name) >= _NAME_END and bare(line.line_label).endswith(name)
    return is_named and part.measure == whole.measure and part.wan == whole.wan


def _new_main(statement: Statement, mention: Mention) -> FundingLine:
    """The line of the report's total; what prose has said of its parts before hangs under it."""
    roots = [line for line in statement.lines_without_total if line.origin == "narrative"]
    parts = [line for line in roots if line.expenditure_category != "three_public"]
    line = new_line(statement, mention, main_label(mention), None)
    line.is_headline = True
    line.line_kind = "total"
    line.fund_level = mention.level
    for part in parts:
        part.parent_line_no = line.line_no
    return line


def _category_label(mention: Mention) -> str:
    return {"three_public": "“三公”经费", "basic": "基本支出", "project": _PROJECT_SPENDING}[mention.category or ""]
