"""Letters that nobody counts: hidden ones, white ones on white paper, and those that are struck out, else 60 and 50
would read 6050. They are no text of a report."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from itertools import groupby

from lxml.etree import _Element

from ingest.readers.word.names import P_PR, P_STYLE, R_PR, TBL, TC, TC_PR, TR_PR, VAL, P, R, T, is_on, w
from ingest.readers.word.styles import Styles

_WHITE = "FFFFFF"
_COLOUR, _SHADING, _HIGHLIGHT, _FILL = w("color"), w("shd"), w("highlight"), w("fill")
_HIDDEN, _STRIKES, _RUN_STYLE = (w("vanish"), w("specVanish")), (w("strike"), w("dstrike")), w("rStyle")
_HIDDEN_ROW = w("hidden")
_TABLE_PR, _TABLE_STYLE, _BOX = w("tblPr"), w("tblStyle"), w("txbxContent")
_PROPERTIES = {R: R_PR, P: P_PR, TC: TC_PR, TBL: _TABLE_PR}
_THEME_FILL, _NO_THEME_FILL = w("themeFill"), frozenset({None, "background1", "light1", "none"})
_NO_PATTERN = frozenset({None, "clear", "nil"})
_NO_FILL = frozenset({None, "auto", "FFFFFF", "ffffff"})


def drop_unread(root: _Element, styles: Styles) -> tuple[list[str], list[str]]:
    """Take from a tree what is hidden or struck out by itself or by its style, and give the texts of either."""
    hidden = [*_drop_hidden_rows(root), *_drop_switched(root, _HIDDEN, styles.hidden)]
    return hidden, _drop_switched(root, _STRIKES, styles.struck)


def _drop_hidden_rows(root: _Element) -> Iterator[str]:
    for switch in list(root.iter(_HIDDEN_ROW)):
        properties = switch.getparent()
        if properties is not None and properties.tag == TR_PR and is_on(switch):
            row = properties.getparent()
            yield " ".join(filter(None, ("".join(text.text or "" for text in cell.iter(T)) for cell in row.iter(TC))))
            row.getparent().remove(row)


def _drop_switched(root: _Element, switches: tuple[str, ...], styles: Container[str | None]) -> list[str]:
    switched = [run for switch in root.iter(*switches) if is_on(switch) and (run := _run_of(switch)) is not None]
    for style in root.iter(P_STYLE, _RUN_STYLE) if styles else ():
        if style.get(VAL) in styles:
            owner = style.getparent().getparent()
            switched += [run for run in owner.iter(R) if all(run.find(f"{R_PR}/{name}") is None for name in switches)]
    return list(_dropped(switched))


def drop_white(body: _Element, *, styles_shade: bool) -> list[str]:
    """Take white runs from a body; one in a box stays, which may be filled, one with a shade behind it, and one in a
    table with a style where `styles_shade`."""
    return list(
        _dropped(
            run
            for colour in list(body.iter(_COLOUR))
            if (colour.get(VAL) or "").upper() == _WHITE
            and (run := _run_of(colour)) is not None
            and not _is_shaded(run, styles_shade=styles_shade)
        )
    )


def _dropped(runs: Iterable[_Element]) -> Iterator[str]:
    """The texts of the runs that are taken away, those of a paragraph together."""
    for _, together in groupby(list(runs), key=lambda run: next(run.iterancestors(P), None)):
        text = ""
        for run in together:
            if (parent := run.getparent()) is not None:
                text += "".join(part.text or "" for part in run.iter(T))
                parent.remove(run)
        yield text


def _run_of(item: _Element) -> _Element | None:
    """The run that has a property."""
    properties = item.getparent()
    owner = properties.getparent() if properties is not None and properties.tag == R_PR else None
    return owner if owner is not None and owner.tag == R else None


def _is_shaded(run: _Element, *, styles_shade: bool) -> bool:
    for element in (run, *run.iterancestors()):
        if element.tag == _BOX:
            return True
        name = _PROPERTIES.get(str(element.tag))
        properties = element.find(name) if name else None
        if properties is None:
            continue
        if properties.find(_HIGHLIGHT) is not None or _shades(properties.find(_SHADING)):
            return True
        if styles_shade and properties.find(_TABLE_STYLE) is not None:
            return True
    return False


def _shades(shading: _Element | None) -> bool:
    """Whether a shading gives a ground on which white can be seen: by its fill, by a colour of the theme, or by a
    pattern."""
    if shading is None:
        return False
    return (
        shading.get(_FILL) not in _NO_FILL
        or shading.get(_THEME_FILL) not in _NO_THEME_FILL
        or shading.get(VAL) not in _NO_PATTERN
    )
