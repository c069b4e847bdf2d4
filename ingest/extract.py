"""From a `Document` to the records of its reports."""

from __future__ import annotations

from ingest.document import Document
from ingest.forms.coverage import unplaced_figures
from ingest.forms.layout import rows_of
from ingest.forms.reading import read_draft
from ingest.forms.segments import drafts_of, parts_of
from ingest.forms.writing import write_records
from ingest.observations.observe import observe
from ingest.records import Extraction


def extract(document: Document) -> Extraction:
    """All evaluation reports of a document. Without any, `Extraction.reports` is empty: it is no evaluation."""
    extraction = Extraction()
    rows = rows_of(document)
    drafts = drafts_of(parts_of(rows))
    readings = [reading for draft in drafts for reading in read_draft(draft) if reading.is_evaluation]
    unit = next((table.unit for reading in readings for table in reading.funding if table.unit), None)
    for report_no, reading in enumerate(readings, start=1):
        write_records(reading, report_no, unit, extraction)
        observe(reading, extraction.reports[-1], rows, extraction)
    if extraction.reports:
        extraction.unplaced = unplaced_figures(rows, extraction)
    return extraction
