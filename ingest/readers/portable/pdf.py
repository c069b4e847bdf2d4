"""PDF files with a text layer, and what was typed onto it.

What nobody sees (white on white, not printed at all) is left out, and told where it has figures.
"""

from __future__ import annotations

import io
import logging
import time
from collections.abc import Iterator

import pdfplumber
import pypdfium2 as pdfium
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from ingest.document import Document, Unreadable
from ingest.readers.portable.pages import bounded, document_of
from ingest.readers.portable.pdf_fields import open_page, prepare_fields
from ingest.readers.portable.pdf_file import damaged, open_pdf, trimmed
from ingest.readers.portable.pdf_page import read_sheet
from ingest.readers.portable.sheet import Sheet

MAX_SECONDS = 300.0

logging.getLogger("pdfminer").setLevel(logging.ERROR)


def read_bytes(data: bytes) -> Document:
    """The document in the bytes of a PDF. Raises `Unreadable` where not every page can be read."""
    return document_of(bounded(_sheets(trimmed(data))), "application/pdf")


def _sheets(data: bytes) -> Iterator[Sheet]:
    deadline = time.monotonic() + MAX_SECONDS
    pdf = open_pdf(data)
    try:
        prepare_fields(pdf)
        with pdfplumber.open(io.BytesIO(data)) as drawings:
            if len(drawings.pages) != len(pdf):
                raise damaged()
            for number in range(1, len(pdf) + 1):
                if time.monotonic() > deadline:
                    raise Unreadable(
                        f"PDF 过于复杂，读到第 {number} 页已超时，请拆分或以 Word 报送 / "
                        f"the PDF is so complex that time ran out at page {number}; split it or send it as Word"
                    )
                page, remarks = open_page(pdf, number)
                sheet = read_sheet(number, page, drawings.pages.pop(0))
                sheet.remarks = remarks
                yield sheet
                page.close()
    except (pdfium.PdfiumError, PdfminerException, MalformedPDFException) as error:
        raise damaged() from error
    finally:
        pdf.close()
