"""What was typed onto a PDF, into the fields of a form or as free text over a page: made part of what the pages show.

Stamps, signatures, marks and comments are no text of a report and are left out.
"""

from __future__ import annotations

import ctypes

import pypdfium2 as pdfium
import pypdfium2.raw as raw

_TYPED = frozenset({raw.FPDF_ANNOT_FREETEXT, raw.FPDF_ANNOT_WIDGET})
_SIGNATURE = "Sig"


def prepare_fields(pdf: pdfium.PdfDocument) -> None:
    """Have fields drawn that hold a value but not its picture; before any page is opened."""
    if pdf.get_formtype() == raw.FORMTYPE_ACRO_FORM:
        pdf.init_forms()


def open_page(pdf: pdfium.PdfDocument, number: int) -> pdfium.PdfPage:
    """The page `number` (1-based) with what was typed onto it."""
    page = pdf[number - 1]
    count = raw.FPDFPage_GetAnnotCount(page)
    if not count:
        return page
    typed = [index for index in range(count) if _is_typed(page, index)]
    if not typed:
        return page
    for index in sorted(set(range(count)).difference(typed), reverse=True):
        raw.FPDFPage_RemoveAnnot(page, index)
    raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY)
    page.close()
    return pdf[number - 1]


def _is_typed(page: pdfium.PdfPage, index: int) -> bool:
    annotation = raw.FPDFPage_GetAnnot(page, index)
    if not annotation:
        return False
    try:
        return raw.FPDFAnnot_GetSubtype(annotation) in _TYPED and _field_type(annotation) != _SIGNATURE
    finally:
        raw.FPDFPage_CloseAnnot(annotation)


def _field_type(annotation: raw.FPDF_ANNOTATION) -> str:
    text = ctypes.create_string_buffer(64)
    written = ctypes.cast(text, ctypes.POINTER(ctypes.c_ushort))
    length = raw.FPDFAnnot_GetStringValue(annotation, b"FT", written, len(text))
    return text.raw[: min(length, len(text))].decode("utf-16-le", "ignore").rstrip("\0")
