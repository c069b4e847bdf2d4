"""A list of projects: one project a row, with its money, its score and its grade; rows that add them up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from ingest.document import Cell
from ingest.forms.funds.figures import figures_of, has_slipped, lacks_amounts, points_of, rate_holds
from ingest.forms.funds.heading import stated_unit
from ingest.forms.funds.lines import FundingTable, Line, parts_of
from ingest.forms.headings import Heading, heading_of
from ingest.forms.layout import Columns, Row, place
from ingest.forms.unread import Unread, may_be_figure, unread
from ingest.lexicon.funding_labels import FundingLabel, funding_label
from ingest.lexicon.labels import MONEY_MEASURES, RATE_MEASURES, column_concept, is_level1_name, row_concept
from ingest.lexicon.marks import grade
from ingest.lexicon.numbers import Figure, cell_figure
from ingest.lexicon.text import fold, tidy

_MONEY = frozenset({*MONEY_MEASURES, *RATE_MEASURES})
_VALUES = _MONEY | {"weight", "score"}
_MOST_OF_A_SECTION, _FULL_MARKS = 60, 100
_NAMES = ("project_name", "organization_name", "department_name")


@dataclass(slots=True)
class Entry:
    """One project of the list. `names` are cells by concept."""

    row: Row
    names: dict[str, Cell]
    funding: FundingTable
    weight: Cell | None
    score: Cell | None
    grade: Cell | None

    @property
    def rows(self) -> list[Row]:
        """The rows that come to its money: its own, or one for each source."""
        lines = self.funding.lines
        return [self.row] if not lines or lines[0].kind.kind == "total" else self.funding.read

    def reaching(self, row: Row) -> dict[str, Cell]:
        """Its names that reach down to a row."""
        return {concept: cell for concept, cell in self.names.items() if cell.row + cell.row_span > (row.row_no or 0)}


@dataclass(slots=True)
class Listing:
    """The projects of a list. `read`: the rows that only add them up, of which every figure is what they come to or
    `unread`."""

    entries: list[Entry] = field(default_factory=list)
    read: list[Row] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)


def listing_heading(
    rows: Sequence[Row], position: int, columns: Columns | None
) -> tuple[Columns, dict[str, int]] | None:
    """The money columns of a list headed by `rows[position]`, and the columns of names and grade; None for another
    row. A list has a column of project names and one of scores or grades; the points of the execution rate are no score
    of a project. `columns`: those of the funding table that the row heads, if any."""
    columns = columns or _heading_of_scores(rows, position)
    if columns is None:
        return None
    heads = [cell for row in rows[position : position + columns.depth] for cell in row.cells]
    of_part = {cell.col for cell in heads if "执行" in cell.text and columns.concepts.get(cell.col) == "score"}
    columns = replace(columns, concepts={col: name for col, name in columns.concepts.items() if col not in of_part})
    others: dict[str, int] = {}
    for cell in heads:
        concept = row_concept(cell.text) if fold(cell.text) else None
        if concept in {*_NAMES, "grade"} and column_concept(cell.text) not in columns.concepts.values():
            others.setdefault(concept, cell.col)
        if concept == "total" and "分" in cell.text and columns.of("score") is None:
            columns = replace(columns, concepts={**columns.concepts, cell.col: "score"})
    judged = columns.of("score") is not None or "grade" in others
    return (columns, others) if "project_name" in others and judged else None


def _heading_of_scores(rows: Sequence[Row], position: int) -> Columns | None:
    """The columns of a list that gives scores or grades with one amount or none: a name, with a grade or as many points
    as only a whole report has, stand right below their headings."""
    row = rows[position]
    below = rows[position + 1] if position + 1 < len(rows) else None
    if below is None or below.block_no != row.block_no or "project_name" not in row.labels:
        return None
    cells = place(below, 0)
    heads = {row_concept(cell.text) or column_concept(cell.text): cells.get(cell.col) for cell in row.filled}
    name, score, judged, weight = (heads.get(concept) for concept in ("project_name", "score", "grade", "weight"))
    if name is None or not fold(name.text) or cell_figure(name.text) or row_concept(name.text):
        return None
    full_marks = cell_figure(weight.text) if weight is not None else None
    if is_level1_name(name.text) or (full_marks is not None and full_marks.number < _FULL_MARKS):
        return None
    score = score or next((cell for concept, cell in heads.items() if concept == "total"), None)
    points = cell_figure(score.text) if score is not None else None
    is_of_whole = points is not None and points.number > _MOST_OF_A_SECTION
    if not (is_of_whole or (judged and grade(judged.text))):
        return None
    if any(cell_figure(cell.text) is not None or "指标" in cell.text for cell in row.filled):
        return None
    heading = heading_of(row)
    concepts = {col: concept for concept, col in _first_of_each(heading).items() if concept in _VALUES}
    return Columns(concepts, heading.lowest(), heading.width, row)


def _first_of_each(heading: Heading) -> dict[str, int]:
    return {concept: col for col, concept in sorted(heading.concepts.items(), reverse=True)}


def read_listing(rows: Sequence[Row], start: int, columns: Columns, others: Mapping[str, int]) -> tuple[Listing, int]:
    """The list headed by `rows[start]`, whose columns `listing_heading` told, and the position behind its last row."""
    unit = stated_unit(rows, start)
    listing = Listing()
    since_subtotal = 0
    above: list[Row] = []
    position = start + columns.depth
    while position < len(rows) and not rows[position].stands_alone:
        row = rows[position]
        position += 1
        labels = {row_concept(cell.text) for cell in row.filled if cell.col <= others["project_name"]}
        reaching = listing.entries[-1].reaching(row) if listing.entries else {}
        if labels & {"total", "subtotal"}:
            is_subtotal = "subtotal" in labels
            if not listing.entries:
                above.append(row)
                continue
            _add_up(listing, row, columns, listing.entries[since_subtotal if is_subtotal else 0 :])
            since_subtotal = len(listing.entries)
        elif entry := _entry(row, columns, others, unit):
            entry.names = reaching | entry.names
            listing.entries.append(entry)
        elif "project_name" in reaching:
            _add_source(listing.entries[-1].funding, row, place(row, 0), columns, others, unit)
        elif listing.entries and (cells := _going_on(row, listing.entries[-1], columns, others)):
            _add_source(listing.entries[-1].funding, row, cells, columns, others, unit)
        elif _is_short(row, columns) and len(left := [cell for cell in row.filled if may_be_figure(cell.text)]) > 1:
            listing.read.append(row)
            listing.unread.extend(Unread(row, cell, "") for cell in left)
    for row in above:
        _add_up(listing, row, columns, listing.entries)
    return listing, position


def _entry(row: Row, columns: Columns, others: Mapping[str, int], unit: str | None) -> Entry | None:
    """The project of a row, None where the row names none or states no money."""
    if not row.true_grid and row.filled[-1:] and row.filled[-1].col > columns.width:
        return None  # A heading of several rows, of which text has lost where the lower ones stand.
    cells = _cells_of_short(row, columns, others) if _is_short(row, columns) else place(row, 0)
    names = {concept: cells[col] for concept, col in others.items() if concept in _NAMES and col in cells}
    names = {concept: cell for concept, cell in names.items() if fold(cell.text)}
    if "project_name" not in names:
        return None
    line = Line(
        tidy(names["project_name"].text) or "", FundingLabel("total"), row, figures_of(cells, columns, unit, row)
    )
    weight, score = points_of(cells, columns)
    judged = cells.get(others.get("grade", 0))
    is_of_money = not _MONEY.isdisjoint(columns.concepts.values())
    if not line.figures and (is_of_money or not (score or (judged and grade(judged.text)))):
        return None
    lines = [line, *parts_of(line, cells, columns, unit, row)] if line.figures else []
    read = [figure.cell for line in lines for figure in line.figures] + [cell for cell in (weight, score) if cell]
    left = unread(row, cells, columns, [*read, *names.values()])
    table = FundingTable(columns, unit, lines, [row], list(left))
    return Entry(row, names, table, weight, score, judged)


def _is_short(row: Row, columns: Columns) -> bool:
    return not row.true_grid and row.width < columns.width


def _cells_of_short(row: Row, columns: Columns, others: Mapping[str, int]) -> dict[int, Cell]:
    """The cells of a row of text that is cut short, by the column that heads them: as they stand, or where one before
    its name is lost so far right that its rate is that of its amounts; none where they do not fit their headings."""
    number = row.cells[0] if fold(row.cells[0].text).isdecimal() else None
    for missing in range(columns.width - row.width + 1):
        cells = {cell.col + (missing if cell is not number else 0): cell for cell in row.cells}
        if not _is_misplaced(cells, columns, others) and (not missing or rate_holds(cells, columns)):
            return cells
    return {}


def _is_misplaced(cells: Mapping[int, Cell], columns: Columns, others: Mapping[str, int]) -> bool:
    """Whether a figure stands where a name or a grade is due, or the amounts beside their headings."""
    named = [cells[col].text for col in others.values() if col in cells]
    return any(map(cell_figure, named)) or _is_beside(cells, columns) or has_slipped(cells, columns)


def _going_on(row: Row, entry: Entry, columns: Columns, others: Mapping[str, int]) -> dict[int, Cell]:
    """The cells, by the column that heads them, of a row that goes on with the project above it, where no merged cell
    says so: it has no name, but the label of a source, or neither number nor points as its project has."""
    cells = place(row, 0)
    if not row.true_grid and row.width < columns.width and row.filled[:1] == list(row.cells[:1]):
        cells = _placed(row, entry, columns, others)
    own = {col for col, cell in cells.items() if fold(cell.text)}
    if _is_beside(cells, columns):
        return {}
    if not own or min(own) <= others["project_name"] or not own.isdisjoint(others.values()):
        return {}
    has_label = any(col < columns.first_value for col in own)
    number = entry.row.filled[0]
    is_numbered = number.col < others["project_name"] and cell_figure(number.text) is not None
    has_points = any(points_of(cells, columns)) or not any(points_of(place(entry.row, 0), columns))
    return cells if has_label or (is_numbered and not has_points) else {}


def _placed(row: Row, entry: Entry, columns: Columns, others: Mapping[str, int]) -> dict[int, Cell]:
    """The cells of a row of text that has left nothing of merged cells, where it begins with its label, below that of
    the row above, or with its first amount; none where it lacks a cell."""
    first = row.filled[0]
    label = _source_label(entry.row, columns, others)
    col = next((cell.col for cell in entry.row.filled if label and tidy(cell.text) == label), 0)
    if all(cell_figure(cell.text) is not None for cell in row.filled):
        col = columns.first_value
    elif funding_label(first.text).kind == "item":
        return {}
    cells = place(row, col - first.col)
    return {} if lacks_amounts(cells, columns) or has_slipped(cells, columns) else cells


def _is_beside(cells: Mapping[int, Cell], columns: Columns) -> bool:
    """Whether a percentage of money stands beside its heading, and so the amounts before it do."""
    rates = {col for col, concept in columns.concepts.items() if concept in RATE_MEASURES}
    percentages = {
        col for col, cell in cells.items() if (figure := cell_figure(cell.text)) and figure.unit == "percent"
    }
    return bool(percentages - rates)


def _add_source(
    table: FundingTable,
    row: Row,
    cells: Mapping[int, Cell],
    columns: Columns,
    others: Mapping[str, int],
    unit: str | None,
) -> None:
    """Take a row that goes on with the project above it: each row is a source, unless the first is their sum."""
    figures = figures_of(cells, columns, unit, row)
    if not figures:
        return
    first = table.lines[0]
    if len(table.read) == 1 and (label := _source_label(first.row, columns, others)):
        first.label, first.kind = label, _kind_of_source(label)
    elif len(table.read) == 1 and not _source_label(row, columns, others):
        first.kind = FundingLabel("item")  # Nothing says that the first adds up the others.
    label = _source_label(row, columns, others) or first.label
    whole = first if first.kind.kind == "total" else None
    table.lines.append(Line(label, _kind_of_source(label), row, figures, whole))
    table.read.append(row)
    table.unread.extend(unread(row, cells, columns, [figure.cell for figure in figures]))


def _source_label(row: Row, columns: Columns, others: Mapping[str, int]) -> str | None:
    words = (cell for cell in row.filled if cell.col < columns.first_value and cell.col not in others.values())
    labels = [tidy(cell.text) for cell in words if cell_figure(cell.text) is None]
    return labels[-1] if labels else None


def _kind_of_source(label: str) -> FundingLabel:
    return FundingLabel("total") if row_concept(label) in {"total", "subtotal"} else funding_label(label)


def _add_up(listing: Listing, row: Row, columns: Columns, entries: Sequence[Entry]) -> None:
    """Take a row that adds up the projects above it: every figure must be what their column comes to."""
    cells = place(row, 0)
    rows = [place(own, 0) for entry in entries for own in entry.rows]
    sums = [cell for col, cell in cells.items() if _comes_to(cells, col, rows, columns)]
    listing.read.append(row)
    listing.unread.extend(unread(row, cells, columns, sums))


def _comes_to(cells: Mapping[int, Cell], col: int, rows: Sequence[Mapping[int, Cell]], columns: Columns) -> bool:
    """Whether a figure is the sum of the figures above it, their mean, or the rate of its row's amounts."""
    figure = _figure(cells.get(col))
    above = [own.number for own in (_figure(row.get(col)) for row in rows) if own is not None]
    if figure is None or not above:
        return False
    whole = sum(above, Decimal(0))
    results = [whole, whole / len(above)]
    executed = _figure(cells.get(columns.of("executed") or 0))
    bases = (_figure(cells.get(columns.of(measure) or 0)) for measure in ("annual_budget", "initial_budget"))
    budget = next((base for base in bases if base is not None), None)
    if columns.concepts.get(col) == "execution_rate" and executed and budget and budget.number:
        results += [executed.number / budget.number * scale for scale in (1, 100)]
    return any(abs(result - figure.number) <= Decimal(5).scaleb(-figure.decimals - 1) for result in results)


def _figure(cell: Cell | None) -> Figure | None:
    return cell_figure(cell.text) if cell is not None else None
