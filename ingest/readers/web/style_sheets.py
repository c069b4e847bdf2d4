"""What a page declares of how its elements look, by its own style sheets and on the elements themselves.

Rules for printing or narrow screens are not followed, nor what lies in other files.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from typing import NamedTuple

import tinycss2
from cssselect2 import ElementWrapper, Matcher, SelectorError, compile_selector_list
from lxml import etree

Look = Mapping[str, str]
"""The values that are declared for the properties of an element, in lower case."""


class _Declared(NamedTuple):
    name: str
    value: str
    is_important: bool


class StyleSheets:
    """The rules of a page that say something of these properties."""

    def __init__(self, root: etree._Element, properties: Container[str]) -> None:
        self._root = root
        self._properties = properties
        self._matcher = Matcher()
        self._has_rules = False
        self._by_style: dict[str, list[_Declared]] = {}
        for style in root.iter("style"):
            self._learn(style.text or "")

    def _learn(self, sheet: str) -> None:
        for rule in tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True):
            declared = list(self._declared(rule.content)) if rule.type == "qualified-rule" else []
            if not declared:
                continue
            try:
                selectors = compile_selector_list(rule.prelude)
            except SelectorError:
                continue
            self._has_rules = True
            for selector in selectors:
                if selector.pseudo_element is None:
                    self._matcher.add_selector(selector, declared)

    def looks(self) -> Iterator[tuple[etree._Element, Look]]:
        """Every element in order, with what decides how it looks: what it declares itself goes before all but
        `!important`."""
        if not self._has_rules:
            for element in self._root.iter("*"):
                yield element, _deciding([], self._own(element))
            return
        for wrapper in ElementWrapper.from_html_root(self._root).iter_subtree():
            by_rules = [item for *_, declared in self._matcher.match(wrapper) for item in declared]
            yield wrapper.etree_element, _deciding(by_rules, self._own(wrapper.etree_element))

    def _own(self, element: etree._Element) -> Sequence[_Declared]:
        style = element.get("style")
        if not style:
            return ()
        if style not in self._by_style:
            self._by_style[style] = list(self._declared(style))
        return self._by_style[style]

    def _declared(self, declarations: list | str) -> Iterator[_Declared]:
        for item in tinycss2.parse_blocks_contents(declarations, skip_comments=True, skip_whitespace=True):
            if item.type == "declaration" and item.lower_name in self._properties:
                yield _Declared(item.lower_name, tinycss2.serialize(item.value).strip().lower(), item.important)


def _deciding(by_rules: Sequence[_Declared], by_itself: Sequence[_Declared]) -> Look:
    ordered = sorted([*by_rules, *by_itself], key=lambda item: item.is_important) if by_rules else by_itself
    return {item.name: item.value for item in ordered}
