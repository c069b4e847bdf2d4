"""What a page does not show, strikes out or writes in white on white: marked as hidden where it stands, and told where
it holds figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from ingest.document import Paragraph
from ingest.lexicon.numbers import figures
from ingest.readers.left_out import left_out
from ingest.readers.web.html_text import holds_text, is_hidden, is_shown, name_of, text_of
from ingest.readers.web.style_sheets import Look, Question, StyleSheets
from ingest.readers.web.white import COLOUR, GROUNDS, is_white, may_be_white, white_on_white

_MAY_LEAVE_OUT = re.compile(
    r"<(?:del|s|strike)[\s>]|hidden\b|display\s*:\s*none|:\s*collapse\b|line-through|mso-hide|font-size\s*:\s*0"
)
_STYLE = re.compile(r"<style\b.*?</style\s*>", re.DOTALL)
_HIDING = {"display": ("none",), "visibility": ("hidden", "collapse")}
_LINES = ("text-decoration", "text-decoration-line")
_LINE = "line-through"
_QUESTIONS = (
    Question(frozenset(_HIDING), lambda name, value: value in _HIDING[name], lambda body: False),
    Question(frozenset(_LINES), lambda name, value: _LINE in value, lambda body: False),
    Question(frozenset({COLOUR, *GROUNDS}), lambda name, value: name == COLOUR and bool(is_white(value)), may_be_white),
)
_STRUCK = frozenset({"del", "s", "strike"})
_DECIMAL = re.compile(r"\d\.\d")


def hide_unseen(root: etree._Element, content: str) -> Iterator[Paragraph]:
    """Mark as hidden what nobody counts on a page, and tell of it."""
    body = _STYLE.sub("", content.lower())
    sheets = StyleSheets(root, body, _QUESTIONS)
    if not (sheets.decide or _MAY_LEAVE_OUT.search(body)):
        return
    looks = list(sheets.looks())
    hidden = [element for element, look in looks if _is_hidden(element, look)]
    yield from left_out("网页隐藏的内容", (text for text in map(_text, _told(hidden)) if _is_of_report(text)))
    _hide(hidden)
    struck = [element for element, look in looks if _is_struck_out(element, look)]
    yield from left_out("划去的文字", map(_text, _told(struck)))
    _hide(struck)
    white = white_on_white(root, looks, content)
    yield from left_out("白色文字", map(_text, _told(white)))
    _hide(white)


def _is_hidden(element: etree._Element, look: Look) -> bool:
    return is_hidden(element) or any(look.get(name) in values for name, values in _HIDING.items())


def _is_struck_out(element: etree._Element, look: Look) -> bool:
    return name_of(element) in _STRUCK or any(_LINE in look.get(name, "") for name in _LINES)


def _told(elements: Sequence[etree._Element]) -> Iterator[etree._Element]:
    """Those that would be text of the page, were they not among these, the outermost of them."""
    among = set(elements)
    for element in elements:
        around = list(element.iterancestors())
        if among.isdisjoint(around) and all(map(is_shown, around)) and holds_text(element):
            yield element


def _hide(elements: Sequence[etree._Element]) -> None:
    for element in elements:
        element.set("hidden", "")


def _text(element: etree._Element) -> str:
    """What an element would show, the tables in it last."""
    tables = (table for table in element.iter("table") if table is not element)
    return " ".join(" ".join(map(text_of, (element, *tables))).split())


def _is_of_report(text: str) -> bool:
    """Whether figures stand in a hidden part that are none of menus and numbers of rows."""
    return bool(_DECIMAL.search(text) or figures(text))
