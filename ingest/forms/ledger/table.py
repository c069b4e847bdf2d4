"""The rows of a ledger below its heading: projects, units and totals, with their figures by column."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from ingest.document import Cell
from ingest.forms.layout import Row
from ingest.forms.ledger.heading import Heading, heading_at
from ingest.forms.ledger.labels import CLASS, MONEY, NAMES, RATE
from ingest.forms.ledger.levels import Level, code_of_parts, held_rows, parts_of
from ingest.forms.ledger.totals import Addend, Sums
from ingest.forms.names import bare_name
from ingest.forms.numbering import numbering_below
from ingest.forms.unread import Unread, may_be_figure
from ingest.lexicon.contexts import context
from ingest.lexicon.numbers import Figure, cell_figure
from ingest.lexicon.text import fold, tidy
from ingest.lexicon.titles import is_unit

_TOTAL = re.compile(r"^(?P<of>.*?)[(]?(?P<word>合计|总计|小计|共计|总和)[)]?(?:数|金额|额)?:?$")
_PART = re.compile(r"^其中(?::|\d|$)|^其中.+")
_FIGURES = frozenset({*MONEY, RATE})
_FILLED_DOWN = ("region_name", "department_name", "organization_name")


@dataclass(slots=True)
class Entry:
    """One row: its names by concept, its figures by column. kind, reach: as of `LedgerRow`; adds: the positions of the
    first and the last entry that a total stands for; leads: as of `Addend`; dates: the cells that tell its month;
    classes: the codes of its 功能科目 or 经济分类."""

    row: Row
    kind: str
    reach: str | None
    names: dict[str, str]
    figures: dict[int, tuple[Cell, Figure]]
    dates: dict[str, Cell] = field(default_factory=dict)
    adds: tuple[int, int] | None = None
    leads: bool = False
    classes: tuple[str, ...] = ()


@dataclass(slots=True)
class Body:
    """The entries of a ledger, the rows that they were read from, and the figures in these that nobody understands."""

    entries: list[Entry] = field(default_factory=list)
    read: list[Row] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)


def read_body(rows: Sequence[Row], start: int, heading: Heading) -> tuple[Body, int]:
    """The rows below the heading that starts with `rows[start]`, and the position behind them."""
    reader = _Reader(heading)
    position = start
    while position < len(rows) and not rows[position].stands_alone:
        if heading.repeats_in(rows, position):
            reader.body.read.extend(rows[position : position + len(heading.rows)])
            position += len(heading.rows)
            numbering = numbering_below(rows, position)
            reader.body.read.extend(rows[position : position + numbering])
            position += numbering
            continue
        if heading_at(rows, position) is not None:
            break
        reader.take(rows[position])
        position += 1
    reader.add_up()
    return reader.body, position


class _Reader:
    """Reads row after row; names that a merged cell or the row above gives go on in the rows below."""

    def __init__(self, heading: Heading) -> None:
        self.body = Body()
        self._columns = heading.columns
        self._is_mixed = "subject_name" in heading.concepts
        self._has_projects = self._is_mixed or "project_name" in heading.concepts
        self._reaching = {col for col, column in heading.columns.items() if column.concept in {*NAMES, "month", "year"}}
        self._subjects = heading.of("subject_name" if self._is_mixed else "project_name") or list(self._reaching)
        self._classes = _in_parts(heading)
        self._reaching |= {col for cols in self._classes for col in cols}
        self._parts_above = [("",) * len(cols) for cols in self._classes]
        self._covering: dict[int, tuple[Cell, int, int]] = {}
        self._above: dict[str, str] = {}

    def take(self, row: Row) -> None:
        self.body.read.append(row)
        cells = self._cells(row)
        figures = self._figures(row, cells)
        if not figures:
            if len(row.filled) == 1 and is_unit(name := _unit_name(row.filled[0])):
                self._above = {"organization_name": name}
            return
        names = self._names(cells)
        dates = {
            concept: cells[col]
            for col, column in self._columns.items()
            if (concept := column.concept) in {"month", "year"} and col in cells and fold(cells[col].text)
        }
        entry = self._entry(row, names, figures, dates)
        entry.classes = self._codes(cells)
        self.body.entries.append(entry)

    def add_up(self) -> None:
        """Find the rows that each total stands for. A row without any name is a total where it adds some up, else its
        figures are not understood; nor are those of a unit without projects where a column names both, as it may be a
        project that is called like a unit."""
        entries = self.body.entries
        for position, last in held_rows([self._level(entry) for entry in entries]).items():
            entry = entries[position]
            entry.kind, entry.reach, entry.names, entry.adds = "total", "group", {}, (position, last)
        sums = Sums([self._addend(entry) for entry in entries])
        nameless = []
        for position, entry in enumerate(entries):
            if entry.kind != "total":
                continue
            entry.adds = entry.adds or sums.range_of(position)
            if entry.reach == "unit" and entry.adds is None and self._is_mixed:
                nameless.append(position)
            elif entry.reach == "nameless":
                if entry.adds and sums.add_up(position, entry.adds):
                    entry.reach = "ledger" if entry.adds == sums.whole() else "group"
                else:
                    nameless.append(position)
        for position in nameless:
            entry = entries[position]
            entry.kind, entry.reach, entry.adds = "part", None, None
            self.body.unread.extend(
                Unread(entry.row, cell, self._columns[col].heading) for col, (cell, _) in entry.figures.items()
            )
            entry.figures = {}
        self._keep_one_level(sums)

    def _level(self, entry: Entry) -> Level:
        dates = {concept: fold(cell.text) for concept, cell in entry.dates.items()}
        subject = tuple(sorted((entry.names | dates).items())) if entry.kind == "item" else None
        return Level(subject, entry.classes, self._amounts(entry))

    def _keep_one_level(self, sums: Sums) -> None:
        """Of a unit's totals that stand for the same rows, as its own and those of its kinds of spending do, the
        widest is the unit's; those within it are of groups."""
        widest: dict[str | None, list[tuple[int, int]]] = {}
        totals = [(entry, entry.adds) for entry in self.body.entries if entry.reach == "unit" and entry.adds]
        for entry, (first, last) in sorted(totals, key=lambda total: -sums.items_in(total[1])):
            within = widest.setdefault(_unit_of(entry), [])
            if any(sums.items_in((max(first, start), min(last, end))) for start, end in within):
                entry.reach, entry.names = "group", {}
            else:
                within.append((first, last))

    def _cells(self, row: Row) -> dict[int, Cell]:
        """The row's cells by column, with names and months that reach down from rows above."""
        cells = {
            col: cell
            for col, (cell, block_no, last) in self._covering.items()
            if block_no == row.block_no and (row.row_no or 0) <= last
        }
        for cell in row.cells:
            cells[cell.col] = cell
            if cell.row_span > 1 and cell.col in self._reaching:
                self._covering[cell.col] = cell, row.block_no, cell.row + cell.row_span - 1
        return cells

    def _figures(self, row: Row, cells: Mapping[int, Cell]) -> dict[int, tuple[Cell, Figure]]:
        """The row's figures by column. One that is merged over the rows of several subjects is none of theirs."""
        found: dict[int, tuple[Cell, Figure]] = {}
        own_span = max((cells[col].row_span for col in self._subjects if col in cells), default=1)
        for col, cell in cells.items():
            column = self._columns.get(col)
            if column is None or not cell.text:
                continue
            if column.concept in _FIGURES:
                figure = cell_figure(cell.text)
                if figure is not None and cell.row_span <= own_span:
                    found[col] = cell, figure
                    continue
            elif column.concept is not None or not any(map(context, column.heading.split())):
                continue
            if may_be_figure(cell.text):
                self.body.unread.append(Unread(row, cell, column.heading))
        return found

    def _codes(self, cells: Mapping[int, Cell]) -> tuple[str, ...]:
        """The codes of the row's classes."""
        codes = []
        for number, cols in enumerate(self._classes):
            texts = [cells[col].text if col in cells else "" for col in cols]
            parts = parts_of(texts, self._parts_above[number])
            if any(parts):
                self._parts_above[number] = parts
            codes.append(code_of_parts(parts))
        return tuple(codes)

    def _names(self, cells: Mapping[int, Cell]) -> dict[str, str]:
        names: dict[str, str] = {}
        for col, column in self._columns.items():
            if column.concept in NAMES and col in cells and fold(cells[col].text):
                concept = column.concept
                if concept == "subject_name":
                    concept = "organization_name" if is_unit(_unit_name(cells[col])) else "project_name"
                names.setdefault(concept, bare_name(concept, tidy(cells[col].text) or ""))
        return names

    def _entry(
        self, row: Row, names: dict[str, str], figures: dict[int, tuple[Cell, Figure]], dates: dict[str, Cell]
    ) -> Entry:
        labels = [fold(cell.text) for cell in row.filled if cell_figure(cell.text) is None]
        total = next((match for label in labels if (match := _TOTAL.match(label))), None)
        if total is not None:
            return Entry(row, "total", *self._of_total(total, names), figures, dates)
        if labels and _PART.match(labels[0]):
            return Entry(row, "part", None, {}, figures, dates)
        if self._has_projects and "project_name" not in names and "project_code" in names:
            names["project_name"] = names["project_code"]
        if self._has_projects and "project_name" not in names:
            own = any(concept in names for concept in _FILLED_DOWN)
            self._remember(names)
            return Entry(row, "total", "unit" if own else "nameless", names, figures, dates, leads=own)
        self._remember(names)
        if self._has_projects:
            names = self._above | names
        if not self._has_projects and not any(concept in names for concept in _FILLED_DOWN):
            return Entry(row, "total", "nameless", names, figures, dates)
        return Entry(row, "item", None, names, figures, dates)

    def _remember(self, names: Mapping[str, str]) -> None:
        """Keep the names for the rows below; another division or department ends those of its units."""
        for level, concept in enumerate(_FILLED_DOWN):
            if concept not in names:
                continue
            if names[concept] != self._above.get(concept):
                self._above = {upper: self._above[upper] for upper in _FILLED_DOWN[:level] if upper in self._above}
            self._above[concept] = names[concept]

    def _of_total(self, total: re.Match[str], names: Mapping[str, str]) -> tuple[str, dict[str, str]]:
        """What a total adds up, a unit's rows where it names one, and the unit's names."""
        kept = {concept: names[concept] for concept in _FILLED_DOWN if concept in names}
        kept = {concept: name for concept, name in kept.items() if not _TOTAL.match(fold(name))}
        if total["of"] and (is_unit(total["of"]) or total["of"] == fold(self._above.get("organization_name", ""))):
            return "unit", {"organization_name": total["of"]}
        if kept:
            self._remember(kept)
            return "unit", kept
        if total["of"]:
            return "group", {}
        if total["word"] == "小计":
            of_unit = self._has_projects and "organization_name" in self._above
            return ("unit", dict(self._above)) if of_unit else ("group", {})
        return "ledger", {}

    def _addend(self, entry: Entry) -> Addend:
        return Addend(entry.kind, entry.reach, _unit_of(entry), self._amounts(entry), entry.leads)

    def _amounts(self, entry: Entry) -> dict[int, Decimal]:
        return {col: figure.number for col, (_, figure) in entry.figures.items() if self._columns[col].concept in MONEY}


def _in_parts(heading: Heading) -> list[tuple[int, ...]]:
    """The columns of each class: one, or 类, 款 and 项 one behind the other, which hold its code in parts."""
    found: list[tuple[int, ...]] = []
    for col in heading.of(CLASS):
        level = heading.columns[col].level
        if level and found and len(found[-1]) == level and heading.columns[found[-1][0]].level == 0:
            found[-1] = (*found[-1], col)
        else:
            found.append((col,))
    return found


def _unit_name(cell: Cell) -> str:
    """What a cell says, without the code of a unit before it."""
    return bare_name("organization_name", tidy(cell.text) or "")


def _unit_of(entry: Entry) -> str | None:
    return entry.names.get("organization_name") or entry.names.get("department_name")
