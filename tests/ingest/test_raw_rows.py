"""What a document's rows may hold: what the warehouse could not take is refused with the document, not the batch."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ingest.document import Document, Paragraph
from ingest.raw_rows import content, unpacked
from ingest.records import Evidence, Extraction, Indicator

ID = "ab" * 32
EVIDENCE = Evidence(1, None, None, None, "年度预算0.1万元")


def document(text: str = "年度预算0.1万元", page: int | None = None) -> Document:
    return Document((Paragraph(text, page),), "text/plain")


def test_tables_without_rows_are_left_out() -> None:
    assert content(ID, document(), Extraction()).keys() == {"cells"}


def test_figures_keep_eight_decimals() -> None:
    given = Extraction(indicators=[Indicator(report_no=1, weight=Decimal("0.123456789"), evidence=EVIDENCE)])
    columns = unpacked(content(ID, document(), given)["indicators"])
    assert columns[:2] == [[ID], [f"{ID[:16]}-01"]]
    assert [Decimal("0.12345679")] in columns


def test_a_figure_that_no_column_can_hold_is_no_silent_null() -> None:
    given = Extraction(indicators=[Indicator(report_no=1, weight=Decimal(10**20), evidence=EVIDENCE)])
    with pytest.raises(OverflowError, match="weight"):
        content(ID, document(), given)


def test_half_a_character_is_no_text() -> None:
    with pytest.raises(UnicodeEncodeError):
        content(ID, document("预算\ud83d"), Extraction())


def test_a_number_beyond_its_column_is_refused() -> None:
    with pytest.raises(OverflowError):
        content(ID, document(page=2**31), Extraction())
