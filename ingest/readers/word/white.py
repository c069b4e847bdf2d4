"""White letters on white paper, which nobody sees: they are no text of a report."""

from __future__ import annotations

from lxml.etree import _Element

from ingest.document import Paragraph
from ingest.lexicon.numbers import may_hold_figures
from ingest.readers.word.names import P_PR, R_PR, TBL, TC, TC_PR, VAL, P, R, T, w

_WHITE = "FFFFFF"
_COLOUR, _SHADING, _HIGHLIGHT, _FILL = w("color"), w("shd"), w("highlight"), w("fill")
_TABLE_PR, _TABLE_STYLE, _BOX = w("tblPr"), w("tblStyle"), w("txbxContent")
_PROPERTIES = {R: R_PR, P: P_PR, TC: TC_PR, TBL: _TABLE_PR}
_NO_FILL = frozenset({None, "auto", "FFFFFF", "ffffff"})
_MOST_TOLD = 60


def drop_white(body: _Element, *, styles_shade: bool) -> Paragraph | None:
    """Take white runs from a body and tell of the figures in them; one in a box stays, which may be filled, one with
    a shade behind it, and one in a table with a style where `styles_shade`."""
    unseen = [
        run
        for colour in list(body.iter(_COLOUR))
        if (colour.get(VAL) or "").upper() == _WHITE
        and (run := colour.getparent().getparent()).tag == R
        and not _is_shaded(run, styles_shade=styles_shade)
    ]
    text = ""
    for run in unseen:
        text += "".join(part.text or "" for part in run.iter(T))
        run.getparent().remove(run)
    if not may_hold_figures(text):
        return None
    return Paragraph(f"（白色文字，未读取：{text[:_MOST_TOLD]}）", is_unread=True)


def _is_shaded(run: _Element, *, styles_shade: bool) -> bool:
    for element in (run, *run.iterancestors()):
        if element.tag == _BOX:
            return True
        name = _PROPERTIES.get(str(element.tag))
        properties = element.find(name) if name else None
        if properties is None:
            continue
        shading = properties.find(_SHADING)
        if properties.find(_HIGHLIGHT) is not None or (shading is not None and shading.get(_FILL) not in _NO_FILL):
            return True
        if styles_shade and properties.find(_TABLE_STYLE) is not None:
            return True
    return False
