"""PDF files for the tests: typeset ones, drawn ones, and small ones written object by object."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence

import typst
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
WIDTH, HEIGHT = 595.0, 842.0

_HEAD = """
#set page(paper: "a4", margin: 2.5cm)
#set text(font: "Noto Serif CJK SC", size: 12pt, lang: "zh")
#set par(first-line-indent: (amount: 2em, all: true), justify: true)
#show table: set par(first-line-indent: 0em)
"""


def typeset(source: str) -> bytes:
    """Typst source as an A4 document the way Chinese offices set one."""
    return typst.compile((_HEAD + source).encode())


def escaped(text: str) -> str:
    """Text as a Typst cell that prints nothing else."""
    return "#" + '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def drawn(*pages: Callable[[Canvas], None], **options: object) -> bytes:
    """One page for each function that draws on a canvas."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(WIDTH, HEIGHT), **options)
    for draw in pages:
        canvas.setFont("STSong-Light", 10.5)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def words(canvas: Canvas, x: float, top: float, text: str) -> None:
    """Text with its base line `top` points below the upper edge."""
    canvas.drawString(x, HEIGHT - top, text)


def bar(canvas: Canvas, x0: float, top0: float, x1: float, top1: float) -> None:
    """A ruling line the way word processors draw one: a thin filled box."""
    canvas.rect(x0 - 0.25, HEIGHT - top1 - 0.25, x1 - x0 + 0.5, top1 - top0 + 0.5, stroke=0, fill=1)


def ruled(canvas: Canvas, xs: Sequence[float], tops: Sequence[float], rows: Sequence[Sequence[str]]) -> None:
    """A table without merged cells, each side of each cell a line of its own."""
    for top, bottom, row in zip(tops, tops[1:], rows, strict=False):
        for left, right, text in zip(xs, xs[1:], row, strict=False):
            bar(canvas, left, top, right, top)
            bar(canvas, left, bottom, right, bottom)
            bar(canvas, left, top, left, bottom)
            bar(canvas, right, top, right, bottom)
            for number, line in enumerate(text.split("\n")):
                words(canvas, left + 4, top + 14 + 13 * number, line)


def ruled_with(
    canvas: Canvas, xs: Sequence[float], tops: Sequence[float], rows: Sequence[Sequence[str]], dash: float, gap: float
) -> None:
    """A table whose lines are dots or dashes, each a box of its own."""
    for start in _steps(xs[0], xs[-1], dash + gap):
        for top in tops:
            canvas.rect(start, HEIGHT - top, dash, 0.75, stroke=0, fill=1)
    for start in _steps(tops[0], tops[-1], dash + gap):
        for x in xs:
            canvas.rect(x, HEIGHT - start - dash, 0.75, dash, stroke=0, fill=1)
    for top, row in zip(tops, rows, strict=False):
        for x, text in zip(xs, row, strict=False):
            words(canvas, x + 4, top + 14, text)


def _steps(start: float, end: float, step: float) -> list[float]:
    return [start + number * step for number in range(int((end - start) / step) + 1)]


def scan(canvas: Canvas) -> None:
    """A page that is an image from edge to edge."""
    from PIL import Image

    canvas.drawImage(ImageReader(Image.new("L", (60, 84), 200)), 0, 0, WIDTH, HEIGHT)


def coded(text: str, meanings: Mapping[str, int | str]) -> bytes:
    """A page that shows `text` (Latin) in a font which says that its letters mean what `meanings` has for them: a code
    point or characters."""
    codes = {
        letter: f"{meaning:04X}" if isinstance(meaning, int) else meaning.encode("utf-16-be").hex()
        for letter, meaning in meanings.items()
    }
    pairs = "\n".join(f"<{ord(letter):02X}> <{code}>" for letter, code in codes.items())
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def\n"
        "1 begincodespacerange <00> <FF> endcodespacerange\n"
        f"{len(meanings)} beginbfchar\n{pairs}\nendbfchar endcmap end end"
    )
    content = f"BT /F1 12 Tf 72 700 Td ({text}) Tj ET"
    return assembled(
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        "/Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>",
        f"<< /Length {len(cmap)} >>\nstream\n{cmap}\nendstream",
    )


def assembled(*objects: str | bytes) -> bytes:
    """A PDF file of these objects, numbered from 1; the first is the catalogue."""
    data = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n".encode() + (content if isinstance(content, bytes) else content.encode("latin-1"))
        data += b"\nendobj\n"
    start = len(data)
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    data += b"".join(f"{offset:010d} 00000 n \n".encode() for offset in offsets)
    data += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(data)
