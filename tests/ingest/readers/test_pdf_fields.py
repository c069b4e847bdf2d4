"""What is typed onto a PDF is read where it stands; stamps and signatures are not, and comments stand aside."""

from __future__ import annotations

import pdf_maker as make
import pytest
from reportlab.pdfgen.canvas import Canvas

from ingest.document import Paragraph, Table
from ingest.readers.portable.pdf import read_bytes

_DRAWN = "BT /F1 12 Tf 2 5 Td (95.50) Tj ET"
_APPEARANCE = (
    "<< /Type /XObject /Subtype /Form /BBox [0 0 200 20] /Resources << /Font << /F1 5 0 R >> >> "
    f"/Length {len(_DRAWN)} >>\nstream\n{_DRAWN}\nendstream"
)


def annotated(annotation: str, form: str = "") -> list[str]:
    """The paragraphs of a page that says Score, beside which the annotation stands."""
    return [block.text for block in blocks(annotation, form) if not block.is_aside]


def blocks(annotation: str, form: str = "") -> list[Paragraph]:
    content = "BT /F1 12 Tf 72 605 Td (Score) Tj ET"
    data = make.assembled(
        f"<< /Type /Catalog /Pages 2 0 R {form} >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Annots [6 0 R] "
        "/Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        f"<< /Type /Annot /Rect [112 600 312 620] {annotation} >>",
        _APPEARANCE,
    )
    return [block for block in read_bytes(data).blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    "annotation",
    [
        "/Subtype /FreeText /AP << /N 7 0 R >>",
        "/Subtype /Widget /FT /Tx /AP << /N 7 0 R >>",
        "/Subtype /Widget /AP << /N 7 0 R >>",
    ],
    ids=["typewriter", "field", "field of a group"],
)
def test_what_is_typed_is_read_where_it_stands(annotation: str) -> None:
    assert annotated(annotation) == ["Score 95.50"]


def test_a_value_without_its_picture_is_drawn() -> None:
    form = "/AcroForm << /Fields [6 0 R] /NeedAppearances true /DR << /Font << /F1 5 0 R >> >> >>"
    assert annotated("/Subtype /Widget /FT /Tx /T (a) /V (95.50) /DA (/F1 12 Tf 0 g)", form) == ["Score 95.50"]


@pytest.mark.parametrize(
    "annotation",
    [
        "/Subtype /Stamp /AP << /N 7 0 R >>",
        "/Subtype /Widget /FT /Sig /AP << /N 7 0 R >>",
        "/Subtype /Highlight /AP << /N 7 0 R >>",
        "/Subtype /Text /Contents (95.50) /AP << /N 7 0 R >>",
        "/Subtype /FreeText /F 2 /AP << /N 7 0 R >>",
    ],
    ids=["stamp", "signature", "mark", "comment", "hidden"],
)
def test_what_is_no_text_of_the_report_is_left_out(annotation: str) -> None:
    assert annotated(annotation) == ["Score"]


def test_the_fields_of_a_form_fill_the_cells_of_its_table() -> None:
    def draw(canvas: Canvas) -> None:
        make.ruled(canvas, [60, 160, 300], [80, 110, 140], [["预算数", ""], ["执行数", ""]])
        for name, top, value in (("budget", 108, "120.00"), ("spent", 138, "95.50")):
            canvas.acroForm.textfield(
                name=name, x=165, y=make.HEIGHT - top, width=120, height=24, value=value, borderWidth=0, fontSize=10
            )

    (table,) = read_bytes(make.drawn(draw)).blocks
    assert isinstance(table, Table)
    assert [[cell.text for cell in cells] for _, cells in table.rows()] == [["预算数", "120.00"], ["执行数", "95.50"]]


@pytest.mark.parametrize("kind", ["Text", "Highlight", "StrikeOut"])
def test_a_comment_stands_aside(kind: str) -> None:
    text = "应为95.3".encode("utf-16-be").hex()
    assert blocks(f"/Subtype /{kind} /Contents <FEFF{text}>") == [
        Paragraph("Score", 1),
        Paragraph("（批注 第 1 页）应为95.3", 1, is_aside=True),
    ]
