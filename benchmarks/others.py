"""Convert Word files to Markdown with another program: run by the Python of the environment that holds it.

`python others.py markitdown|docling FILE…` prints the seconds for all files, the import and one warm-up left out.
"""

import sys
import time


def main(program: str, files: list[str]) -> None:
    """Time one program."""
    if program == "markitdown":
        from markitdown import MarkItDown

        converter = MarkItDown()
    else:
        from docling.document_converter import DocumentConverter

        converter = DocumentConverter(allowed_formats=["docx"])

    def convert(file: str) -> None:
        result = converter.convert(file)
        if program == "docling":
            result.document.export_to_markdown()

    convert(files[0])
    started = time.perf_counter()
    for file in files:
        convert(file)
    print(time.perf_counter() - started)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
