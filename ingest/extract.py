"""From a `Document` to the records of its reports."""

from __future__ import annotations

from ingest.document import Document, Paragraph
from ingest.evidence import Evidence
from ingest.forms.coverage import unplaced_figures
from ingest.forms.layout import rows_of
from ingest.forms.ledger.reading import read_ledgers
from ingest.forms.ledger.writing import write_ledgers
from ingest.forms.reading import read_draft
from ingest.forms.segments import drafts_of, parts_of
from ingest.forms.side_by_side import apart
from ingest.forms.writing import write_records
from ingest.lexicon.numbers import PER_WAN
from ingest.observations.observe import observe
from ingest.records import Extraction, Notice


def extract(document: Document, name: str | None = None) -> Extraction:
    """All evaluation reports and monthly ledgers of a document; without any, it is neither. `name` is that of its file,
    asked for the month of a ledger that names none."""
    extraction = Extraction()
    ledgers, rows = read_ledgers(rows_of(document))
    rows = apart(rows)
    drafts = drafts_of(parts_of(rows))
    readings = [reading for draft in drafts for reading in read_draft(draft)]
    evaluations = [reading for reading in readings if reading.is_evaluation]
    units = (table.unit for reading in evaluations for table in reading.funding)
    unit = next((unit for unit in units if unit in PER_WAN), None)
    for report_no, reading in enumerate(evaluations, start=1):
        write_records(reading, report_no, unit, extraction)
        observe(reading, extraction.reports[-1], rows, extraction)
    if extraction.reports:
        extraction.unplaced = unplaced_figures(readings, extraction)
    write_ledgers(ledgers, name, extraction)
    _tell_of_unread(document, extraction)
    return extraction


def _tell_of_unread(document: Document, extraction: Extraction) -> None:
    for block_no, block in enumerate(document.blocks, start=1):
        if isinstance(block, Paragraph) and block.is_unread:
            detail = f"{block.text.strip('（）')} / what stands there is not read"
            evidence = Evidence(block_no, None, None, block.page, block.text)
            extraction.notices.append(Notice(None, len(extraction.notices) + 1, "not_understood", detail, evidence))
