"""Typst: the bulletin as PDF, and charts as pictures for Word. Fonts are embedded; without them nothing is set."""

from __future__ import annotations

import json
from pathlib import Path

import typst

from dashboard.monthly.bulletin import Block, Bulletin, Heading
from dashboard.monthly.charts import Picture
from dashboard.monthly.fonts import installed
from dashboard.monthly.table import Gap, Table

_TEMPLATE = Path(__file__).with_name("bulletin.typ")
_CHART = (
    b'#set page(width: 156mm, height: auto, margin: 0pt)\n#image(bytes(sys.inputs.svg), format: "svg", width: 100%)'
)
_DOTS_PER_INCH = 220.0


def as_pdf(bulletin: Bulletin) -> bytes:
    """The bulletin on A4. Raises `FontsMissing`."""
    return _compiled(_TEMPLATE.read_bytes(), "bulletin", _content(bulletin), "pdf")


def as_png(svg: str) -> bytes:
    """A chart as a picture. Raises `FontsMissing`."""
    return _compiled(_CHART, "svg", svg, "png")


def _compiled(source: bytes, name: str, value: str, form: typst.OutputFormat) -> bytes:
    compiled = typst.compile(
        source, font_paths=installed(), sys_inputs={name: value}, format=form, ppi=_DOTS_PER_INCH, timestamp=0
    )
    assert isinstance(compiled, bytes)
    return compiled


def _content(bulletin: Bulletin) -> str:
    return json.dumps(
        {
            "title": bulletin.title,
            "title_lines": bulletin.title_lines,
            "warning": bulletin.warning,
            "blocks": [_block(block) for block in bulletin.blocks],
            "tables": [_table(table) for table in bulletin.tables],
        },
        ensure_ascii=False,
    )


def _block(block: Block) -> dict[str, object]:
    match block:
        case Heading(level, text):
            return {"kind": "heading", "level": level, "text": text}
        case Picture(caption, svg, said):
            return {"kind": "picture", "caption": caption, "svg": svg, "said": said}
        case _:
            return {"kind": "paragraph", "text": "".join(map(str, block))}


def _table(table: Table) -> dict[str, object]:
    return {
        "title": table.title,
        "note": table.note,
        "columns": [{"lines": column.lines, "width": column.width} for column in table.columns],
        "stays_whole": table.stays_whole,
        "rows": [[str(row)] if isinstance(row, Gap) else [cell.text for cell in row] for row in table.printed],
        "kinds": [column.kind for column in table.columns],
    }
