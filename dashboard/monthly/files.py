"""The formats of a bulletin, and writing them to a folder."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

from dashboard.monthly.bulletin import Bulletin


class Format(StrEnum):
    """How a bulletin is written."""

    docx = "docx"
    pdf = "pdf"
    html = "html"
    xlsx = "xlsx"


def written(bulletin: Bulletin, form: Format) -> bytes:
    """The bulletin in one format. Raises `FontsMissing`."""
    match form:
        case Format.docx:
            from dashboard.monthly.word import as_docx

            return as_docx(bulletin)
        case Format.pdf:
            from dashboard.monthly.typeset import as_pdf

            return as_pdf(bulletin)
        case Format.html:
            from dashboard.monthly.html import as_html

            return as_html(bulletin).encode()
        case Format.xlsx:
            from dashboard.monthly.workbook import as_workbook

            return as_workbook(bulletin)


def file_name(bulletin: Bulletin, form: Format) -> str:
    """云南省昆明市2025年5月预算绩效通报.docx, without what file systems do not take."""
    return "".join(char for char in bulletin.file_stem if char not in '/\\:*?"<>|') + f".{form}"


def write(bulletin: Bulletin, folder: Path, forms: Iterable[Format]) -> list[Path]:
    """Write the files, in place of those of the same names; all of them are made before the first is written. Raises
    `FontsMissing` and OSError."""
    made = {folder / file_name(bulletin, form): written(bulletin, form) for form in forms}
    folder.mkdir(parents=True, exist_ok=True)
    for path, content in made.items():
        unfinished = path.with_name(f".{path.name}.unfinished")
        try:
            unfinished.write_bytes(content)
            unfinished.replace(path)
        finally:
            unfinished.unlink(missing_ok=True)
    return list(made)
