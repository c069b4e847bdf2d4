"""Names of WordprocessingML elements and attributes, as lxml spells them, and the reading of their simplest values."""

from __future__ import annotations

from lxml.etree import _Element

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordml"


def w(name: str) -> str:
    """A name in the main namespace of Word."""
    return f"{{{MAIN}}}{name}"


def m(name: str) -> str:
    """A name of Word's formulas."""
    return f"{{{_MATH}}}{name}"


def mc(name: str) -> str:
    """A name of markup compatibility: the same content written for newer and for older programs."""
    return f"{{{_COMPATIBILITY}}}{name}"


def w14(name: str) -> str:
    """A name that came with Word 2010."""
    return f"{{{_WORD_2010}}}{name}"


VAL = w("val")
P, P_PR, P_STYLE, R, R_PR, T = w("p"), w("pPr"), w("pStyle"), w("r"), w("rPr"), w("t")
TBL, TR, TR_PR, TC, TC_PR = w("tbl"), w("tr"), w("trPr"), w("tc"), w("tcPr")
NUM_PR, NUM_ID, LEVEL = w("numPr"), w("numId"), w("ilvl")
FIELD_MARK = w("fldChar")


def is_on(element: _Element | None) -> bool:
    """Whether a switch is there and not switched off."""
    return element is not None and element.get(VAL, "1") not in ("0", "false", "off")


def number(value: str | None, default: int) -> int:
    """A whole number of an attribute; `default` where it is missing or no number."""
    return int(value) if value and value.isdecimal() else default
