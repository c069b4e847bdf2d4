"""A Word document tree brought to what is printed, so that its walkers meet plain paragraphs, runs and tables only.

Tracked changes are accepted, of alternative contents the first stays, wrappers (content controls,
links, smart tags) give way to what they hold, and every tick, box, symbol and drop-down choice becomes a text element.
"""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree
from lxml.etree import _Element

from ingest.readers.word.names import (
    FIELD_MARK,
    P_PR,
    R_PR,
    TBL,
    TR_PR,
    VAL,
    P,
    T,
    is_on,
    mc,
    number,
    w,
    w14,
)
from ingest.readers.word.symbols import is_symbol_font, replace_symbols, symbol

TICKED, UNTICKED = "☑", "□"
_DELETED, _MOVED_AWAY = w("del"), w("moveFrom")
_CHOICE, _FALLBACK = mc("Choice"), mc("Fallback")
_FONTS, _SYMBOL, _CONTENT = w("rFonts"), w("sym"), w("sdtContent")
_WRAPPERS = (
    mc("AlternateContent"),
    _CHOICE,
    _FALLBACK,
    *map(w, "sdt sdtContent ins moveTo hyperlink smartTag customXml fldSimple dir bdo ruby rubyBase".split()),
)


def as_printed(root: _Element, has_symbol_fonts: bool) -> None:
    """Change the tree in place. `has_symbol_fonts` may be False where no run can be in a symbol font."""
    if has_symbol_fonts:
        _write_symbols_out(root)
    unmarked: list[_Element] = []
    for element in list(root.iter(*_RULES)):
        paragraph = _RULES[element.tag](element)
        if paragraph is not None:
            unmarked.append(paragraph)
    etree.strip_tags(root, *_WRAPPERS)
    for paragraph in reversed(unmarked):
        _join_with_next(paragraph)


def _remove(element: _Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _text(content: str) -> _Element:
    element = etree.Element(T)
    element.text = content
    return element


def _older_alternative(element: _Element) -> None:
    if next(element.itersiblings(_CHOICE, _FALLBACK, preceding=True), None) is not None:
        _remove(element)


def _deleted(element: _Element) -> _Element | None:
    """Deleted content goes; a deleted row goes whole; the paragraph whose mark is deleted is given back."""
    parent = element.getparent()
    if parent is not None and parent.tag == TR_PR:
        _remove(parent.getparent())
    elif parent is not None and parent.tag == R_PR:
        return _paragraph_of_mark(parent)
    else:
        _remove(element)
    return None


def _deleted_cell(element: _Element) -> None:
    _remove(element.getparent().getparent())


def _hidden_mark(element: _Element) -> _Element | None:
    properties = element.getparent()
    return _paragraph_of_mark(properties) if is_on(element) and properties is not None else None


def _paragraph_of_mark(properties: _Element) -> _Element | None:
    owner = properties.getparent()
    return owner.getparent() if owner is not None and owner.tag == P_PR else None


def _prompt(element: _Element) -> None:
    """What a content control asks for until it is filled in (单击此处输入文字) is no text of the report."""
    content = element.getparent().getparent().find(_CONTENT)
    texts = [] if content is None or not is_on(element) else list(content.iter(T))
    if not any(character.isdigit() for text in texts for character in text.text or ""):
        for text in texts:
            _remove(text)


def _form_box(element: _Element) -> None:
    """A check box of a form field: its tick is a switch in the field's data, nothing in the text."""
    state = element.find(w("checked"))
    if state is None:
        state = element.find(w("default"))
    _put_before_field(element, TICKED if is_on(state) else UNTICKED)


def _form_list(element: _Element) -> None:
    """A drop-down of a form field: the choice is a rank in the field's data."""
    entries = [entry.get(VAL, "") for entry in element.iterchildren(w("listEntry"))]
    choice = element.find(w("result"))
    if choice is None:
        choice = element.find(w("default"))
    rank = 0 if choice is None else number(choice.get(VAL), 0)
    if rank < len(entries):
        _put_before_field(element, entries[rank])


def _put_before_field(element: _Element, content: str) -> None:
    mark = element.getparent().getparent()
    if mark is not None and mark.tag == FIELD_MARK:
        mark.addprevious(_text(content))


def _control_box(element: _Element) -> None:
    """A check box content control: whatever glyphs its author chose, its state is told in its properties."""
    state = element.find(w14("checked"))
    value = "0" if state is None else state.get(w14("val"), "1")
    content = element.getparent().getparent().find(_CONTENT)
    if content is None:
        return
    glyphs = list(content.iter(T, _SYMBOL))
    if glyphs and sum(len(glyph.text or "") for glyph in glyphs) <= 2:
        glyphs[0].addprevious(_text(UNTICKED if value in ("0", "false", "off") else TICKED))
        for glyph in glyphs:
            _remove(glyph)


def _symbol(element: _Element) -> None:
    try:
        code = int(element.get(w("char"), ""), 16)
    except ValueError:
        return
    element.addprevious(_text(symbol(element.get(w("font")), code)))


_RULES: dict[str, Callable[[_Element], _Element | None]] = {
    _FALLBACK: _older_alternative,
    _CHOICE: _older_alternative,
    _DELETED: _deleted,
    _MOVED_AWAY: _deleted,
    w("cellDel"): _deleted_cell,
    w("vanish"): _hidden_mark,
    w("specVanish"): _hidden_mark,
    w("rt"): _remove,
    w("checkBox"): _form_box,
    w("ddList"): _form_list,
    w14("checkbox"): _control_box,
    w("showingPlcHdr"): _prompt,
    _SYMBOL: _symbol,
}


def _write_symbols_out(root: _Element) -> None:
    """Text in a symbol font, and private characters in any font, as the symbols they are printed as."""
    for text in root.iter(T):
        run = text.getparent()
        fonts = run.find(f"{R_PR}/{_FONTS}") if run is not None else None
        font = None if fonts is None else fonts.get(w("ascii")) or fonts.get(w("hAnsi"))
        content = text.text or ""
        if is_symbol_font(font) or any("\uf000" <= character <= "\uf0ff" for character in content):
            text.text = replace_symbols(content, font)


def _join_with_next(paragraph: _Element) -> None:
    """A paragraph without its mark runs on into the next one, whose properties hold for both."""
    following = next(paragraph.itersiblings(P, TBL), None)
    if following is None or following.tag == TBL or paragraph.getparent() is None:
        return
    first = next(iter(following), None)
    for child in reversed([child for child in paragraph if child.tag != P_PR]):
        if first is None or first.tag != P_PR:
            following.insert(0, child)
        else:
            first.addnext(child)
    _remove(paragraph)
