"""Pictures, charts and diagrams that a Word document draws in its text."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from ingest.readers.pictures import may_hold_table, styled_size
from ingest.readers.word.names import w

_RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MAIN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_PLACED = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_BLIP, _EXTENT, _PROPERTIES = f"{_MAIN}blip", f"{_PLACED}extent", f"{_PLACED}docPr"
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"
_BOX = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}pt"
_VML = "{urn:schemas-microsoft-com:vml}"
_IMAGE = f"{_VML}imagedata"
_DRAWING, _PICTURE, _OBJECT = w("drawing"), w("pict"), w("object")
_FRAMES = (_DRAWING, _PICTURE, _OBJECT)
_EMU = 12700
"""So many English Metric Units are a point."""


def diagrams(drawing: _Element) -> Iterator[str]:
    """The ids of the parts with the texts of the diagrams (SmartArt) in a drawing."""
    for element in drawing.iter(_DIAGRAM):
        yield element.get(f"{_RELATIONS}dm", "")


def texts_of_diagram(data: _Element) -> Iterator[str]:
    """The texts of the boxes of a diagram in their order."""
    for box in data.iter(_BOX):
        text = "".join(part.text or "" for part in box.iter(f"{_MAIN}t")).strip()
        if text:
            yield text


def large_pictures(drawing: _Element) -> Iterator[tuple[str, str]]:
    """(what it is, its id or name) of the pictures and charts in a drawing that may hold a table. What an embedded
    file looks like is none, and those inside a text box are met with its text."""
    if drawing.tag == _OBJECT:
        return
    for element in drawing.iter(_BLIP, _CHART, _IMAGE):
        if next(element.iterancestors(*_FRAMES)) is drawing and may_hold_table(*_size(drawing, element)):
            yield "图表" if element.tag == _CHART else "图片", _id(element)


def _id(element: _Element) -> str:
    names = (f"{_RELATIONS}embed", f"{_RELATIONS}id", f"{_RELATIONS}link", "src")
    return next((value for name in names if (value := element.get(name))), "")


def _size(drawing: _Element, element: _Element) -> tuple[float, float]:
    """The size in points in which a picture is shown: that of the whole drawing, or its own where it is but a part."""
    if drawing.tag == _PICTURE:
        shapes = list(element.iterancestors(f"{_VML}*"))
        return styled_size(shapes[-1].get("style", "")) if shapes else (0.0, 0.0)
    extent, properties = next(drawing.iter(_EXTENT), None), next(drawing.iter(_PROPERTIES), None)
    if extent is None or (properties is not None and properties.get("hidden") in ("1", "true")):
        return 0.0, 0.0
    own = element.getparent().getparent().find(f".//{_MAIN}xfrm/{_MAIN}ext") if element.tag == _BLIP else None
    sizes = [extent] if own is None else [extent, own]
    width, height = (min(_number(size.get(side)) for size in sizes) for side in ("cx", "cy"))
    return width / _EMU, height / _EMU


def _number(value: str | None) -> int:
    return int(value) if value and value.isdecimal() else 0
