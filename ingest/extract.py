"""From a `Document` to the records of its reports."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.document import Document, Paragraph
from ingest.evidence import Evidence
from ingest.forms.accounts import evaluation_parts
from ingest.forms.asides import tell_of_asides
from ingest.forms.coverage import unplaced_figures
from ingest.forms.drafts import drafts_of
from ingest.forms.layout import Row, rows_of
from ingest.forms.ledger.reading import read_ledgers
from ingest.forms.ledger.writing import write_ledgers
from ingest.forms.reading import read_draft
from ingest.forms.segments import parts_of
from ingest.forms.shared_heads import hand_out
from ingest.forms.side_by_side import apart
from ingest.forms.writing import write_records
from ingest.lexicon.numbers import PER_WAN
from ingest.observations.observe import observe
from ingest.records import Extraction, Notice

_NOTHING_IN_IT = (
    "但其中没有读到得分、实际完成值或支出：可能是空白模板，也可能是尚不认识的表式",
    "its title is “{}”, but no score, actual value or spending was read: a blank template, or a form not known yet",
)
_OTHER_KIND = (
    "是目标、监控或预决算材料，不是绩效自评（评价）报告",
    "its title is “{}”: goals, monitoring, a budget or final accounts, and no evaluation report",
)
_NOT_READ = " / what stands there is not read"
_READ = "，其中的数字仍按表内位置读取 / the figures in the rows and columns that are hidden are read all the same"


def extract(document: Document, name: str | None = None) -> Extraction:
    """All evaluation reports and monthly ledgers of a document; without any, it is neither. `name` is that of its file,
    asked for the month of a ledger that names none."""
    extraction = Extraction()
    ledgers, rows = read_ledgers(rows_of(document))
    rows = apart(rows)
    drafts = hand_out(drafts_of(evaluation_parts(rows)))
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
    if extraction.reports or extraction.ledgers:
        tell_of_asides(document, extraction)
    else:
        _tell_of_title(rows, extraction)
    _tell_of_unread(document, extraction)
    return extraction


def _tell_of_title(rows: Sequence[Row], extraction: Extraction) -> None:
    """Say of a document without a report what its title promises, so that whoever sent it sees what is amiss."""
    titled = [(part, part.title) for part in parts_of(rows) if part.title]
    if not titled:
        return
    part, title = next((each for each in titled if each[0].kind != "other"), titled[0])
    zh, en = _OTHER_KIND if part.kind == "other" else _NOTHING_IN_IT
    detail = f"标题为“{title.text}”，{zh} / {en.format(title.text)}"
    place = part.title_rows[-1].evidence()
    extraction.notices.append(Notice(None, len(extraction.notices) + 1, "not_understood", detail, place))


def _tell_of_unread(document: Document, extraction: Extraction) -> None:
    """Tell of what is left out, and of what is hidden and read."""
    for block_no, block in enumerate(document.blocks, start=1):
        if isinstance(block, Paragraph) and (block.is_unread or block.is_of_hidden):
            detail = block.text.strip("（）") + (_READ if block.is_of_hidden else _NOT_READ)
            evidence = Evidence(block_no, None, None, block.page, block.text)
            extraction.notices.append(Notice(None, len(extraction.notices) + 1, "not_understood", detail, evidence))
