"""OFD files for the tests: the parts that GB/T 33190 asks for, with the objects of each page as they are given."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from html import escape
from itertools import pairwise

from ingest.readers.portable import pdf
from ingest.readers.portable.lines import runs_of
from ingest.readers.portable.sheet import Glyph, Sheet

SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
_MILLIMETRES = 25.4 / 72


def package(parts: dict[str, str]) -> bytes:
    """A zip of XML parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts.items():
            file.writestr(name, '<?xml version="1.0" encoding="UTF-8"?>\n' + text)
    return buffer.getvalue()


def parts(
    pages: Sequence[str], *, box: str = "0 0 210 297", common: str = "", before: str = "", resources: str = ""
) -> dict[str, str]:
    """The parts of a document: the objects of each page, what else its root and each page say, and its resources."""
    listed = "".join(f'<ofd:Page ID="{10 + n}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in range(len(pages)))
    return {
        "OFD.xml": f'<ofd:OFD {SPACE} Version="1.1" DocType="OFD"><ofd:DocBody><ofd:DocInfo/>'
        "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"<ofd:Document {SPACE}><ofd:CommonData><ofd:MaxUnitID>9999</ofd:MaxUnitID>"
        f"<ofd:PageArea><ofd:PhysicalBox>{box}</ofd:PhysicalBox></ofd:PageArea>"
        f"<ofd:PublicRes>PublicRes.xml</ofd:PublicRes>{common}</ofd:CommonData>"
        f"<ofd:Pages>{listed}</ofd:Pages></ofd:Document>",
        "Doc_0/PublicRes.xml": f'<ofd:Res {SPACE} BaseLoc="Res">{resources}</ofd:Res>',
        **{
            f"Doc_0/Pages/Page_{number}/Content.xml": f"<ofd:Page {SPACE}>{before}<ofd:Content>"
            f'<ofd:Layer ID="{100 + number}" Type="Body">{objects}</ofd:Layer></ofd:Content></ofd:Page>'
            for number, objects in enumerate(pages)
        },
    }


def printed(document: bytes) -> bytes:
    """The pages of a PDF as an OFD: what stands there, said in the other format's words."""
    sheets = list(pdf._sheets(document))
    width, height = (_MILLIMETRES * side for side in (sheets[0].width, sheets[0].height))
    return package(parts(["".join(_objects(sheet)) for sheet in sheets], box=f"0 0 {width:.3f} {height:.3f}"))


def _objects(sheet: Sheet) -> Iterable[str]:
    for run in runs_of(sheet.glyphs):
        yield _text(run)
    for rule in sheet.rules:
        length = (rule.end - rule.start) * _MILLIMETRES
        x, y = (rule.start, rule.at) if rule.horizontal else (rule.at, rule.start)
        end = f"{length:.3f} 0" if rule.horizontal else f"0 {length:.3f}"
        box = f"{x * _MILLIMETRES:.3f} {y * _MILLIMETRES:.3f} {max(length, 0.2):.3f} 0.2"
        yield path(box, f"M 0 0 L {end}")


def _text(run: Sequence[Glyph]) -> str:
    size = run[0].size * _MILLIMETRES
    deltas = " ".join(f"{(after.x0 - glyph.x0) * _MILLIMETRES:.3f}" for glyph, after in pairwise(run))
    width = (run[-1].x1 - run[0].x0) * _MILLIMETRES
    top = run[0].base * _MILLIMETRES - size
    box = f"{run[0].x0 * _MILLIMETRES:.3f} {top:.3f} {width:.3f} {size * 1.2:.3f}"
    return text(box, "".join(glyph.text for glyph in run), size=size, deltas=deltas)


def text(
    box: str, characters: str, *, size: float = 4.0, deltas: str = "", more: str = "", fill: str = "", at: str = ""
) -> str:
    """A text object whose base line lies one size below the top of its box."""
    steps = f' DeltaX="{deltas}"' if deltas else ""
    place = at or f'X="0" Y="{size:.3f}"'
    return (
        f'<ofd:TextObject ID="7" Boundary="{box}" Font="3" Size="{size:.3f}" {more}>{fill}'
        f"<ofd:TextCode {place}{steps}>{escape(characters)}</ofd:TextCode></ofd:TextObject>"
    )


def path(box: str, data: str, *, more: str = "", fill: str = "") -> str:
    """A path object."""
    return (
        f'<ofd:PathObject ID="8" Boundary="{box}" LineWidth="0.25" {more}>{fill}'
        f"<ofd:AbbreviatedData>{data}</ofd:AbbreviatedData></ofd:PathObject>"
    )
