"""Fields that Word draws from their instruction alone, without a stored result: composed characters and symbols."""

from __future__ import annotations

import re

from ingest.readers.word.printed import TICKED, UNTICKED
from ingest.readers.word.symbols import symbol

_SYMBOL = re.compile(r'^\s*symbol\s+(?P<code>0x[0-9a-f]+|\d+)(?:.*?\\f\s*"?(?P<font>[^"\\]+?)"?\s*(?:\\|$))?', re.I)
_OVERLAY = re.compile(r"^\s*eq\s*\\o\s*(?:\\a[clr]\s*)?\((?P<below>[^,，;；]*)[,，;；](?P<above>.*)\)\s*$", re.I | re.S)
_FRACTION = re.compile(r"^\s*eq\s*\\f\s*\((?P<num>[^,，;；()]*)[,，;；](?P<den>[^,，;；()]*)\)\s*$", re.I)
_BOXES, _CIRCLES = frozenset("□☐◻口"), frozenset("○◯〇")
_TICKS, _CROSSES = frozenset("√✓✔"), frozenset("×✕✗xX")
_ENCLOSING_CIRCLE, _ENCLOSING_BOX = "\u20dd", "\u20de"


def drawn(instruction: str) -> str:
    """What a field without a result prints; nothing for a field that prints nothing."""
    overlay = _OVERLAY.match(instruction)
    if overlay:
        return _overlaid(overlay["below"].strip(), overlay["above"].strip())
    fraction = _FRACTION.match(instruction)
    if fraction:
        return f"{fraction['num'].strip()}/{fraction['den'].strip()}"
    sign = _SYMBOL.match(instruction)
    return symbol(sign["font"], int(sign["code"], 0)) if sign else ""


def _overlaid(below: str, above: str) -> str:
    """Two characters printed over each other: a ticked box, a circled number, a circled word."""
    frame, inner = (below, above) if below in _BOXES | _CIRCLES else (above, below)
    if frame not in _BOXES | _CIRCLES:
        return below + above
    if frame in _BOXES:
        if inner in _TICKS:
            return TICKED
        if inner in _CROSSES:
            return "☒"
        return inner + _ENCLOSING_BOX if inner else UNTICKED
    if inner.isdecimal() and 1 <= int(inner) <= 20:
        return chr(ord("①") + int(inner) - 1)
    return inner + _ENCLOSING_CIRCLE if inner else frame
