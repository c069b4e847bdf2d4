"""Formulas of Word on one line, so that no fraction bar or exponent is lost: a/b, (a+b)/c, x^2, √(x)."""

from __future__ import annotations

import re

from lxml.etree import _Element

from ingest.readers.word.names import T, m

_COMPOUND = re.compile(r"[-+−×÷*/=＋－＝±]")
_TEXT, _PROPERTY = m("t"), m("val")


def linear(formula: _Element) -> str:
    """The text of a formula."""
    tag = formula.tag
    if tag in (_TEXT, T):
        return formula.text or ""
    if tag == m("f"):
        return f"{_operand(formula, 'num')}/{_operand(formula, 'den')}"
    if tag in (m("sSup"), m("sSubSup")):
        return f"{_part(formula, 'e')}{_part(formula, 'sub')}^{_operand(formula, 'sup')}"
    if tag == m("rad"):
        return f"{_part(formula, 'deg')}√({_part(formula, 'e')})"
    if tag == m("nary"):
        sign = formula.find(f"{m('naryPr')}/{m('chr')}")
        sign_text = "∫" if sign is None else sign.get(_PROPERTY, "∫")
        return sign_text + _part(formula, "e")
    if tag == m("d"):
        return _bracketed(formula)
    return "".join(linear(child) for child in formula)


def _bracketed(formula: _Element) -> str:
    marks = {}
    for name, usual in (("begChr", "("), ("sepChr", "|"), ("endChr", ")")):
        mark = formula.find(f"{m('dPr')}/{m(name)}")
        marks[name] = usual if mark is None else mark.get(_PROPERTY, "")
    inner = marks["sepChr"].join(linear(child) for child in formula.iterchildren(m("e")))
    return marks["begChr"] + inner + marks["endChr"]


def _part(formula: _Element, name: str) -> str:
    child = formula.find(m(name))
    return "" if child is None else linear(child)


def _operand(formula: _Element, name: str) -> str:
    text = _part(formula, name)
    return f"({text})" if _COMPOUND.search(text) else text
