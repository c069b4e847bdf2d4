"""The records of a document's ledgers."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.forms.ledger.reading import Table
from ingest.forms.ledger.records import Ledger, LedgerFigure, LedgerRow
from ingest.lexicon.contexts import context
from ingest.lexicon.text import tidy
from ingest.records import Extraction, Notice, Unplaced


def write_ledgers(tables: Sequence[Table], name: str | None, extraction: Extraction) -> None:
    """Append the records of the ledgers, numbered behind the evaluations of the document. A table that names no month
    is a ledger only where the document holds no evaluation: of the month that the file's `name` tells, or told to be
    undated."""
    if not extraction.reports:
        tables = [table if table.is_dated else table.dated_by(name) for table in tables]
    dated = [table for table in tables if table.is_dated]
    for report_no, table in enumerate(dated, start=len(extraction.reports) + 1):
        _write(table, report_no, extraction)
    for table in dated if extraction.reports else tables:
        for problem in table.problems:
            kind = "not_understood" if problem.is_loss else "month_inferred"
            number = len(extraction.notices) + 1
            extraction.notices.append(Notice(None, number, kind, problem.detail, problem.row.evidence()))


def _write(table: Table, report_no: int, extraction: Extraction) -> None:
    said = table.context
    extraction.ledgers.append(Ledger(report_no, said.title, said.series, said.organization, table.row.evidence()))
    for position, entry in enumerate(table.body.entries):
        first, last = entry.adds or (None, None)
        names = entry.names
        extraction.ledger_rows.append(
            LedgerRow(
                report_no=report_no,
                entry_no=position + 1,
                kind=entry.kind,
                reach=entry.reach,
                adds_from=None if first is None else first + 1,
                adds_to=None if last is None else last + 1,
                organization_name=names.get("organization_name") or names.get("region_name"),
                department_name=names.get("department_name"),
                region_text=names.get("region_name"),
                project_name=names.get("project_name"),
                project_code=names.get("project_code"),
                fund_text=names.get("fund_text"),
                evidence=entry.row.evidence(),
            )
        )
        for placed in table.figures_of(entry):
            extraction.ledger_figures.append(
                LedgerFigure(
                    report_no=report_no,
                    entry_no=position + 1,
                    month=placed.month,
                    measure=placed.measure,
                    value_text=placed.figure.value_text,
                    unit_text=placed.figure.unit_text,
                    number=placed.figure.number,
                    unit=placed.unit,
                    unit_source=placed.unit_source,
                    decimals=placed.figure.decimals,
                    evidence=entry.row.evidence(placed.cell),
                )
            )
    _write_unread(table, extraction)


def _write_unread(table: Table, extraction: Extraction) -> None:
    """The figures that stand under headings of money or rates and were not understood."""
    columns = table.heading.columns
    left = [(figure.row, figure.cell, figure.heading) for figure in table.body.unread]
    for col in sorted(table.unmeasured()):
        for entry in table.body.entries:
            if col in entry.figures:
                left.append((entry.row, entry.figures[col][0], columns[col].heading))
    for row, cell, heading in left:
        number = len(extraction.unplaced) + 1
        kind = context(heading) or "money"
        extraction.unplaced.append(
            Unplaced(None, number, kind, tidy(heading) or "", cell.text.strip(), row.evidence(cell))
        )
