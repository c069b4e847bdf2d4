"""Every sample gives the same facts from every format, and every fact points at the cell that holds it."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from formats.make import FROM_GRIDS, FROM_TEXT, SAMPLES, old_word, sample, write
from ingest.document import Document, Paragraph
from ingest.extract import extract
from ingest.lexicon.text import fold
from ingest.readers import read
from ingest.records import Evidence, Extraction

_COLUMNS = {"weight_col_no", "score_col_no", "target_col_no", "actual_col_no"}
_PLACES = {"evidence", *_COLUMNS, "read_shifted", "issue_no", "amount_no"}
Facts = dict[str, Any]


def facts(extraction: Extraction) -> Facts:
    """What an extraction says, without where it stands; texts are compared without their white space."""
    return {
        "reports": [_plain(report) for report in extraction.reports],
        "lines": [_plain(line) for line in extraction.funding_lines],
        "figures of lines": Counter(
            (amount.report_no, amount.line_no, amount.measure, amount.number, amount.unit, amount.unit_source)
            for amount in extraction.amounts
            if amount.is_line_cell
        ),
        "other figures": Counter(
            (amount.report_no, amount.line_no, amount.measure, amount.number, amount.unit)
            for amount in extraction.amounts
            if not amount.is_line_cell
        ),
        "indicators": [_plain(indicator) for indicator in extraction.indicators],
        "issues": [(issue.report_no, issue.kind, issue.category, fold(issue.text)) for issue in extraction.issues],
        "notices": Counter((notice.report_no, notice.kind) for notice in extraction.notices),
        "unplaced": Counter((figure.report_no, figure.value_text) for figure in extraction.unplaced),
    }


def _plain(record: Any) -> dict[str, Any]:
    names = [name for name in record.__slots__ if name not in _PLACES]
    values = {name: getattr(record, name) for name in names}
    return {name: fold(value) if isinstance(value, str) else value for name, value in values.items()}


@cache
def facts_of_sample(path: Path) -> Facts:
    return facts(extract(sample(path)))


@pytest.fixture(scope="session")
def old_files() -> dict[Path, bytes]:
    """The samples as .doc, made by one run of LibreOffice."""
    if not shutil.which("soffice"):
        pytest.skip("LibreOffice is not installed: .doc files can be neither written nor read")
    return dict(zip(SAMPLES, old_word([write(path, "docx") for path in SAMPLES]), strict=True))


@pytest.fixture(params=[*FROM_TEXT, *FROM_GRIDS, "doc"])
def document(request: pytest.FixtureRequest, path: Path, tmp_path: Path) -> Document:
    kind = request.param
    data = request.getfixturevalue("old_files")[path] if kind == "doc" else write(path, kind)
    file = tmp_path / f"report.{kind}"
    file.write_bytes(data)
    return read(file)


@pytest.mark.parametrize("path", SAMPLES, ids=[path.stem.partition("_")[0] for path in SAMPLES])
def test_same_facts(path: Path, document: Document) -> None:
    extraction = extract(document)
    assert facts(extraction) == facts_of_sample(path)
    _check_places(extraction, document)


def test_every_sample_holds_facts() -> None:
    assert len(SAMPLES) == 5
    assert all(facts_of_sample(path)["reports"] and facts_of_sample(path)["lines"] for path in SAMPLES)


def _check_places(extraction: Extraction, document: Document) -> None:
    text_at = _texts(document)
    for record in [*extraction.report_fields, *extraction.funding_lines, *extraction.issues, *extraction.notices]:
        assert text_at(record.evidence) is not None
    for amount in extraction.amounts:
        text = text_at(amount.evidence)
        assert text is not None and amount.value_text in text and amount.evidence.quote in text
    for indicator in extraction.indicators:
        places = ((indicator.weight_col_no, indicator.weight), (indicator.score_col_no, indicator.score))
        for col, number in places:
            if number is not None and col is not None:
                assert str(number) in (text_at(indicator.evidence, col) or "")
        texts = (
            (indicator.target_col_no, indicator.target_value_text),
            (indicator.actual_col_no, indicator.actual_value_text),
        )
        for col, text in texts:
            if text is not None and col is not None:
                assert fold(text) in fold(text_at(indicator.evidence, col) or "")


def _texts(document: Document) -> Callable[..., str | None]:
    """The text at the place of an evidence, None where there is no such cell."""
    texts: dict[tuple[int, int | None, int | None], str] = {}
    for number, block in enumerate(document.blocks, start=1):
        if isinstance(block, Paragraph):
            texts[number, None, None] = block.text
        else:
            texts |= {(number, cell.row, cell.col): cell.text for cell in block.cells}

    def text_at(evidence: Evidence, col: int | None = None) -> str | None:
        return texts.get((evidence.block_no, evidence.row_no, col or evidence.col_no))

    return text_at
