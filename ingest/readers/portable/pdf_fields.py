"""What was typed onto a PDF, into the fields of a form or as free text over a page: made part of what the pages show.

Stamps, signatures and marks are no text of a report and are left out; comments stand aside.
"""

from __future__ import annotations

import ctypes

import pypdfium2 as pdfium
import pypdfium2.raw as raw

_TYPED = frozenset({raw.FPDF_ANNOT_FREETEXT, raw.FPDF_ANNOT_WIDGET})
_REMARKS = frozenset(
    {
        raw.FPDF_ANNOT_TEXT,
        raw.FPDF_ANNOT_HIGHLIGHT,
        raw.FPDF_ANNOT_UNDERLINE,
        raw.FPDF_ANNOT_SQUIGGLY,
        raw.FPDF_ANNOT_STRIKEOUT,
        raw.FPDF_ANNOT_CARET,
    }
)
"""What holds a comment: a note, or a mark on the text that it is about."""
_SIGNATURE = "Sig"
_LONGEST = 1 << 16


def prepare_fields(pdf: pdfium.PdfDocument) -> None:
    """Have fields drawn that hold a value but not its picture; before any page is opened."""
    if pdf.get_formtype() == raw.FORMTYPE_ACRO_FORM:
        pdf.init_forms()


def open_page(pdf: pdfium.PdfDocument, number: int) -> tuple[pdfium.PdfPage, list[str]]:
    """The page `number` (1-based) with what was typed onto it, and the comments on it."""
    page = pdf[number - 1]
    count = raw.FPDFPage_GetAnnotCount(page)
    if not count:
        return page, []
    told = [_typed_or_remarked(page, index) for index in range(count)]
    typed = [index for index, (is_typed, _) in enumerate(told) if is_typed]
    remarks = [remark for _, remark in told if remark]
    if not typed:
        return page, remarks
    for index in sorted(set(range(count)).difference(typed), reverse=True):
        raw.FPDFPage_RemoveAnnot(page, index)
    raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY)
    page.close()
    return pdf[number - 1], remarks


def _typed_or_remarked(page: pdfium.PdfPage, index: int) -> tuple[bool, str]:
    """Whether an annotation was typed onto the page, and the comment that it holds."""
    annotation = raw.FPDFPage_GetAnnot(page, index)
    if not annotation:
        return False, ""
    try:
        kind = raw.FPDFAnnot_GetSubtype(annotation)
        is_typed = kind in _TYPED and _value(annotation, b"FT") != _SIGNATURE
        return is_typed, _value(annotation, b"Contents").strip() if kind in _REMARKS else ""
    finally:
        raw.FPDFPage_CloseAnnot(annotation)


def _value(annotation: raw.FPDF_ANNOTATION, key: bytes) -> str:
    length = min(raw.FPDFAnnot_GetStringValue(annotation, key, None, 0), _LONGEST)
    text = ctypes.create_string_buffer(max(length, 2))
    raw.FPDFAnnot_GetStringValue(annotation, key, ctypes.cast(text, ctypes.POINTER(ctypes.c_ushort)), length)
    return text.raw.decode("utf-16-le", "ignore").rstrip("\0")
