"""Convert Word files to Markdown with another program: run by the Python of the environment that holds it.

`python others.py markitdown|docling FILE…` prints the seconds for all files, the import and one warm-up left out.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path


def markitdown() -> Callable[[str], object]:
    """Its converter as its documentation shows it."""
    from markitdown import MarkItDown

    return MarkItDown().convert


def docling() -> Callable[[str], object]:
    """Its backend for Word files alone: no models are loaded, no other format is known."""
    from docling.backend.msword_backend import MsWordDocumentBackend
    from docling.datamodel.base_models import InputFormat
    from docling.datamodel.document import InputDocument

    def convert(file: str) -> object:
        path = Path(file)
        given = InputDocument(path_or_stream=path, format=InputFormat.DOCX, backend=MsWordDocumentBackend)
        return MsWordDocumentBackend(in_doc=given, path_or_stream=path).convert().export_to_markdown()

    return convert


def main(program: str, files: list[str]) -> None:
    """Time one program."""
    convert = {"markitdown": markitdown, "docling": docling}[program]()
    convert(files[0])
    started = time.perf_counter()
    for file in files:
        convert(file)
    print(time.perf_counter() - started)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
