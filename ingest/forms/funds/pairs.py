"""Funds printed in pairs of a label and its value (预算金额 | 50 | 实际支出 | 48.5), without a heading row.

Below such a row its amounts may be broken down pair by pair (其中：财政资金 | 40 | 其中：财政资金 | 38.5).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ingest.document import Cell
from ingest.forms.funds.figures import CellFigure, cell_amount
from ingest.forms.funds.heading import stated_unit
from ingest.forms.funds.lines import FundingTable, Line, parent_of
from ingest.forms.layout import Columns, Row
from ingest.lexicon.funding_labels import FundingLabel, funding_label
from ingest.lexicon.labels import (
    MONEY_MEASURES,
    RATE_MEASURES,
    column_concept,
    halves,
    heading_year,
    is_adjustment,
    money_unit,
    paired_concepts,
)
from ingest.lexicon.numbers import cell_figure, may_be_several
from ingest.lexicon.text import fold, tidy

_BUDGETS = frozenset({"initial_budget", "annual_budget", "funds_received"})
_FIGURES = frozenset({*MONEY_MEASURES, *RATE_MEASURES, "revenue", "carryover"})
_BROKEN_DOWN = frozenset({*MONEY_MEASURES, "carryover"})
_TOTAL_FUNDS = re.compile(
    r"^(?:项目|年度)?(?:资金|预算)?总(?:金)?额$|^项目(?:总)?预算(?:资金|金额)?$|^总预算$|^(?:项目|年度|财政)?资金安排$"
)
_BRACKETS = re.compile(r"\([^()]*\)")
_IN_ONE_CELL = re.compile(r"^(?P<label>[^\d:：]{2,12}?)[:：]?(?P<value>[-\d,.]+(?:万元|元|%|分)?)$")
_ONE_OF_SEVERAL = re.compile(
    r"(?P<label>[^\d:：；;，,。\s]{2,12})[:：]\s*(?P<value>-?\d+(?:,\d{3})*(?:\.\d+)?\s*(?:万元|元|%|％)?)[\s；;，,。]*"
)
_SEVERAL = re.compile(rf"\s*(?:{_ONE_OF_SEVERAL.pattern.replace('?P<label>', '?:').replace('?P<value>', '?:')}){{2,6}}")
_PARTING = re.compile("[：:/／（(]")
_OF_VALUE = re.compile(r"[-\d,.]")
_BEFORE = re.compile(r"^(?:以前|上一?|往|去)年度?(?!结转|结余)")
_LONGEST_PAIR = 40
_MOST_OF_RATE = 60


class _Pair(NamedTuple):
    """`value` is the cell that evidence points at; `text` the figure in it; `year` the one that the label names."""

    concept: str
    label: str
    value: Cell
    text: str
    row: Row
    year: int | None = None


def read_pairs(rows: Sequence[Row], start: int) -> tuple[FundingTable, int] | None:
    """The funds that stand in pairs from `rows[start]` on, as a table of one line and what breaks it down, and the
    position behind them.

    None where no budget (or what was received) stands there with another figure of money or a rate beside it.
    """
    pairs: list[_Pair] = []
    parts: list[Line] = []
    unit = None
    position = start
    reach = 0
    columns_of_leads: set[int] = set()
    while position < len(rows):
        row = rows[position]
        found = _pairs(rows, position)
        if not found and pairs and (part := _breakdown(row, pairs, unit)):
            parts.extend([part] if part.figures else [])
        elif not found and pairs and (part := _broken_down_below(row, pairs, unit)):
            same = next((other for other in parts if _is_rest_of(part, other)), None)
            if same is None:
                parts.append(part)
            else:
                same.figures.extend(part.figures)
        elif pairs and (part := _labelled(row, found, pairs, unit)):
            parts.append(part)
            columns_of_leads.add(row.filled[0].col)
            found = []
            reach = row.filled[0].row + row.filled[0].row_span
        elif parts and found and (row.row_no or 0) < reach and _adds_to(parts[-1], found):
            parts[-1].figures.extend(figure for pair in found if (figure := _figure(pair, unit)) is not None)
            found = []
        elif not found or {(pair.concept, pair.year) for pair in found} & {(pair.concept, pair.year) for pair in pairs}:
            break
        unit = unit or next((unit for cell in row.cells if (unit := money_unit(cell.text))), None)
        pairs.extend(found)
        position += 1
    if not pairs:
        return None
    pairs = _of_one_year(pairs)
    concepts = {pair.concept for pair in pairs}
    budget = next((pair for pair in pairs if pair.concept in _BUDGETS), None)
    if budget is None or len(concepts & {*MONEY_MEASURES, *RATE_MEASURES}) < 2:
        return None
    unit = unit or stated_unit(rows, start)
    points = {
        pair.concept: pair.value._replace(text=pair.text) for pair in pairs if pair.concept in {"weight", "score"}
    }
    figures = [figure for pair in pairs if (figure := _figure(pair, unit)) is not None]
    lead = _lead(budget.row, [pair for pair in pairs if pair.row is budget.row])
    kind = funding_label(lead.text) if lead else None
    is_part = lead is not None and lead.col in columns_of_leads and kind != FundingLabel("total")
    if kind is None or not (is_part or kind.category == "three_public"):
        lead, kind = None, FundingLabel("total")  # It names the block.
    line = Line(
        tidy(lead.text if lead else budget.label) or "",
        kind,
        budget.row,
        figures,
        points=(points.get("weight"), points.get("score")),
    )
    above, parent = line, line if line.kind.kind == "total" else None
    whole = parent
    for part in parts:
        parent = part.parent = parent_of(part.label, part.kind, above, parent) or whole
        above = part
    return FundingTable(Columns({}, {}, rows[start].width, rows[start]), unit, [line, *parts]), position


def _of_one_year(pairs: Sequence[_Pair]) -> list[_Pair]:
    """The pairs without those of other years than the latest, nor of one whose figures others give without a year."""
    years = [pair.year for pair in pairs if pair.year is not None]
    undated = {pair.concept for pair in pairs if pair.year is None}
    latest = max(years, default=None)
    return [pair for pair in pairs if pair.year is None or (pair.year == latest and pair.concept not in undated)]


def _pairs(rows: Sequence[Row], position: int) -> list[_Pair]:
    """The pairs of a row; a score alone is not the one for these funds."""
    found = list(_pairs_of(rows, position))
    if not found:
        return found
    found = [pair for pair in found if not _is_of_all_years(pair, found)]
    concepts = [pair.concept for pair in found]
    if concepts == ["score"]:
        return []
    if any(pair.concept == "score" and _is_of_whole(pair) for pair in found) and not any(map(_is_few, found)):
        found = [pair for pair in found if pair.concept not in {"weight", "score"}]
    if concepts.count("annual_budget") > 1 and "budget_adjustment" not in concepts:
        found = [pair._replace(concept="budget_adjustment") if is_adjustment(pair.label) else pair for pair in found]
    return found


def _is_of_all_years(pair: _Pair, found: Sequence[_Pair]) -> bool:
    """Whether a pair adds up years, 累计支出, beside one of the same measure that does not."""
    beside = [other for other in found if other.concept == pair.concept and "累计" not in other.label]
    return "累计" in pair.label and bool(beside)


def _is_few(pair: _Pair) -> bool:
    """Whether a weight is one that only the execution rate has."""
    figure = cell_figure(pair.text) if pair.concept == "weight" else None
    return figure is not None and figure.number <= _MOST_OF_RATE


def _is_of_whole(pair: _Pair) -> bool:
    """Whether a score beside the funds is the report's and not that of the execution rate: a grade stands beside it, or
    no rate has as many points."""
    figure = cell_figure(pair.text)
    return "grade" in pair.row.labels or (figure is not None and figure.number > _MOST_OF_RATE)


def _pairs_of(rows: Sequence[Row], position: int) -> Iterator[_Pair]:
    row = rows[position]
    if (
        (row.stands_alone and not may_be_pair(row))
        or has_columns(row)
        or _holds_two_figures(row)
        or _BEFORE.match(fold(row.filled[0].text if row.filled else ""))
    ):
        return
    for number, cell in enumerate(row.cells):
        if not cell.text:
            continue
        following = _behind(row, number)
        if _PARTING.search(cell.text) and (shared := list(_sharing_cell(cell, following, row))):
            yield from shared
            continue
        inside = _in_one_cell(cell.text)
        is_before_figure = following is not None and cell_figure(following.text) is not None
        if not inside and not is_before_figure:
            continue
        label = inside["label"] if inside else cell.text
        concept = _concept(label)
        if concept is None:
            continue
        if inside and (concept in _FIGURES or inside["value"].endswith("分")):
            yield _Pair(concept, label, cell, inside["value"], row)
        elif following is not None and is_before_figure:
            yield _Pair(concept, label, following, following.text, row, heading_year(label))
    headed = _under_heading(rows, position)
    if headed is not None:
        yield headed


def _holds_two_figures(row: Row) -> bool:
    """Whether two figures stand behind a label, of which nothing says whose they are; the second may be a rate."""
    figures = [cell_figure(cell.text) for cell in row.filled[1:]]
    return len(figures) == 2 and None not in figures and figures[1] is not None and figures[1].unit is None


def _behind(row: Row, number: int) -> Cell | None:
    """The cell behind another one: behind blanks a figure that is alone, as of one beside others nothing says that they
    are of this label."""
    cells = row.cells[number + 1 :]
    if not cells or cells[0].text:
        return cells[0] if cells else None
    filled = next((at for at, cell in enumerate(cells) if cell.text), 0)
    is_alone = all(cell_figure(cell.text) is None for cell in cells[filled + 1 : filled + 2])
    return cells[filled] if is_alone and cell_figure(cells[filled].text) is not None else cells[0]


def _sharing_cell(cell: Cell, following: Cell | None, row: Row) -> Iterator[_Pair]:
    """Pairs in one cell, 预算数：100 执行数：95, or whose values share the cell behind it: 预算数/执行数 | 100/95."""
    if cell.text.count("：") + cell.text.count(":") > 1 and _SEVERAL.fullmatch(cell.text):
        matches = list(_ONE_OF_SEVERAL.finditer(cell.text))
        concepts = [_concept(match["label"]) for match in matches]
        if {*concepts} <= _FIGURES and len({*concepts}) == len(concepts):
            for concept, match in zip(concepts, matches, strict=True):
                yield _Pair(concept or "", match["label"], cell, fold(match["value"]), row)
        return
    pair = paired_concepts(cell.text) if following is not None else None
    values = halves(following.text) if pair and following is not None and pair[0] in MONEY_MEASURES else None
    if pair and following is not None and values and all(cell_figure(value) is not None for value in values):
        labels = halves(cell.text) or pair
        for concept, label, value in zip(pair, labels, values, strict=True):
            yield _Pair(concept, label, following, value, row)


def may_be_pair(line: Row) -> bool:
    """Whether a line of running text is a label with its figure behind it."""
    return len(line.text) <= _LONGEST_PAIR and _in_one_cell(line.text) is not None


def _in_one_cell(text: str) -> re.Match[str] | None:
    """A label with its value behind it: 预算金额：50万元."""
    folded = fold(text) if len(text) <= _LONGEST_PAIR else ""
    return _IN_ONE_CELL.match(folded) if _OF_VALUE.search(folded) and not may_be_several(text) else None


def _lead(row: Row, found: Sequence[_Pair]) -> Cell | None:
    """The label of the line before a row of pairs: 三公经费 | 预算数 | 8 | 决算数 | 5."""
    label = next((number for number, cell in enumerate(row.filled) if fold(found[0].label) in fold(cell.text)), 0)
    before = row.filled[label - 1] if label else None
    if before is None or column_concept(before.text) is not None or funding_label(before.text).kind == "item":
        return None
    return before


def _is_rest_of(part: Line, other: Line) -> bool:
    """Whether a part is another one of the same label, with what that has not yet."""
    measures = {figure.measure for figure in other.figures}
    return fold(part.label) == fold(other.label) and measures.isdisjoint(figure.measure for figure in part.figures)


def _adds_to(part: Line, found: Sequence[_Pair]) -> bool:
    return {figure.measure for figure in part.figures}.isdisjoint(pair.concept for pair in found)


def _labelled(row: Row, found: Sequence[_Pair], pairs: Sequence[_Pair], unit: str | None) -> Line | None:
    """The line of a row of pairs with a label of its own: it says of a part what the pairs above say of the whole."""
    lead = _lead(row, found) if found else None
    kind = funding_label(lead.text) if lead else None
    if lead is None or kind is None or kind.kind == "total" or kind.category == "three_public":
        return None
    if {pair.concept for pair in found} - {pair.concept for pair in pairs}:
        return None
    figures = [figure for pair in found if (figure := _figure(pair, unit)) is not None]
    return Line(tidy(lead.text) or "", kind, row, figures)


def has_columns(row: Row) -> bool:
    """Whether more than two figures stand side by side, which are of columns and not of the one label before them."""
    side_by_side = 0
    for cell in row.cells:
        side_by_side = side_by_side + 1 if cell_figure(cell.text) is not None else 0
        if side_by_side > 2:
            return True
    return False


def _concept(label: str) -> str | None:
    """What a label says of a year's funds; None for the year before, whose number it does not name."""
    if heading_year(label) == 0:
        return None
    concept = column_concept(label) if fold(label) else None
    if concept is None and _TOTAL_FUNDS.match(_BRACKETS.sub("", fold(label)).strip(":：")):
        return "annual_budget"
    return concept if concept in {*_FIGURES, "weight", "score"} else None


def _under_heading(rows: Sequence[Row], position: int) -> _Pair | None:
    """The rate that ends a row of pairs without a label of its own, under a heading of rates in the row above."""
    row = rows[position]
    above = rows[position - 1] if position else None
    if above is None or above.stands_alone or len(row.filled) < 3 or not above.filled:
        return None
    value, heading = row.filled[-1], above.filled[-1]
    beside = cell_figure(row.filled[-2].text) is not None and cell_figure(value.text) is not None
    concept = column_concept(heading.text)
    if not beside or concept not in RATE_MEASURES or (row.true_grid and heading.col != value.col):
        return None
    return _Pair(concept, heading.text, value, value.text, row)


def _breakdown(row: Row, pairs: Sequence[_Pair], unit: str | None) -> Line | None:
    """The line that breaks down each amount of the pairs above it under one label, without figures where blanks stand
    behind the labels; None for another row."""
    amounts = [pair for pair in pairs if pair.concept in _BROKEN_DOWN and pair.row is pairs[0].row]
    labels = [cell for cell in row.filled if cell_figure(cell.text) is None and funding_label(cell.text).kind != "item"]
    if row.stands_alone or len(amounts) < 2 or len(labels) != len(amounts):
        return None
    if len({fold(label.text) for label in labels}) > 1:
        return None
    figures: list[CellFigure] = []
    for pair, label in zip(amounts, labels, strict=True):
        value = next((cell for cell in row.cells if cell.col > label.col), None)
        amount = cell_amount(pair.concept, value, pair.label, unit, row) if value is not None else None
        if amount is not None:
            figures.append(amount)
    if not figures and len(labels) < len(row.filled):
        return None
    return Line(tidy(labels[0].text) or "", funding_label(labels[0].text), row, figures)


def _broken_down_below(row: Row, pairs: Sequence[_Pair], unit: str | None) -> Line | None:
    """The line of a row with one label and one figure, below a row with one amount, of which it is a part."""
    whole = pairs[-1]
    is_alone = [pair for pair in pairs if pair.row is whole.row] == [whole] and whole.concept in MONEY_MEASURES
    if row.stands_alone or not is_alone or len(row.filled) != 2:
        return None
    label, value = row.filled
    kind = funding_label(label.text)
    figure = cell_amount(whole.concept, value, whole.label, unit, row)
    if kind.kind not in {"source", "category"} or kind.category == "three_public" or figure is None:
        return None
    return Line(tidy(label.text) or "", kind, row, [figure])


def _figure(pair: _Pair, unit: str | None) -> CellFigure | None:
    cell = Cell(pair.value.row, pair.value.col, pair.text, page=pair.value.page)
    figure = cell_amount(pair.concept, cell, pair.label, unit, pair.row)
    if figure is not None:
        figure.cell = pair.value
    return figure
