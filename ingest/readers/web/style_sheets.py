"""What the style sheet of a page does not show, marked as hidden where it stands.

Rules for printing or narrow screens are not followed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import tinycss2
from cssselect2 import ElementWrapper, Matcher, SelectorError, compile_selector_list
from lxml import etree

from ingest.document import Paragraph
from ingest.lexicon.numbers import figures

_HIDING = {"display": {"none"}, "visibility": {"hidden", "collapse"}}
_MOST_TOLD = 60


class _Declared(NamedTuple):
    name: str
    hides: bool
    is_important: bool


def hide_by_style_sheets(root: etree._Element, content: str) -> Iterator[Paragraph]:
    """Mark as hidden what the page's own style sheets hide, and tell of it where it holds figures."""
    if "<style" not in content and "<STYLE" not in content:
        return
    matcher = Matcher()
    hides = False
    for style in root.iter("style"):
        for prelude, declared in _rules(style.text or ""):
            hides = hides or any(item.hides for item in declared)
            for selector in prelude:
                matcher.add_selector(selector, declared)
    if not hides:
        return
    for wrapper in list(ElementWrapper.from_html_root(root).iter_subtree()):
        element = wrapper.etree_element
        if element.get("hidden") is None and _is_hidden(wrapper, matcher):
            element.set("hidden", "")
            text = "".join(element.itertext()).strip()
            if figures(text):
                yield Paragraph(f"（网页样式隐藏的内容，未读取：{text[:_MOST_TOLD]}）", is_unread=True)


def _rules(style: str) -> Iterator[tuple[list, list[_Declared]]]:
    """The selectors of each rule that shows or hides, and what it declares."""
    if not any(value in style for values in _HIDING.values() for value in values):
        return
    for rule in tinycss2.parse_stylesheet(style, skip_comments=True, skip_whitespace=True):
        declared = list(_declared(rule.content)) if rule.type == "qualified-rule" else []
        if declared:
            try:
                selectors = compile_selector_list(rule.prelude)
            except SelectorError:
                continue
            yield [selector for selector in selectors if selector.pseudo_element is None], declared


def _declared(declarations: list) -> Iterator[_Declared]:
    for item in tinycss2.parse_blocks_contents(declarations, skip_comments=True, skip_whitespace=True):
        if item.type == "declaration" and item.lower_name in _HIDING:
            value = tinycss2.serialize(item.value).strip().lower()
            yield _Declared(item.lower_name, value in _HIDING[item.lower_name], item.important)


def _is_hidden(wrapper: ElementWrapper, matcher: Matcher) -> bool:
    """Whether the rule hides that decides on an element; what it declares itself goes before all but `!important`."""
    found = [item for *_, declared in matcher.match(wrapper) for item in declared]
    if not any(item.hides for item in found):
        return False
    own = tinycss2.parse_blocks_contents(wrapper.etree_element.get("style") or "")
    by_itself = {item.lower_name for item in own if item.type == "declaration"}
    ordered = sorted(found, key=lambda item: item.is_important)
    deciding = {item.name: item for item in ordered if item.is_important or item.name not in by_itself}
    return any(item.hides for item in deciding.values())
