"""What a page declares of how its elements look, by its own style sheets and on the elements themselves.

Rules for printing or narrow screens are not followed, nor what lies in other files.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import tinycss2
from cssselect2 import ElementWrapper, Matcher, SelectorError, compile_selector_list
from lxml import etree

Look = Mapping[str, str]
"""The values that are declared for the properties of an element, in lower case."""


class Question(NamedTuple):
    """Some properties, which of their values change what is read, and whether the body of a page may declare such ones
    itself, which its rules then stand beside."""

    properties: frozenset[str]
    acts: Callable[[str, str], bool]
    may_stand_in: Callable[[str], bool]


class _Declared(NamedTuple):
    name: str
    value: str
    is_important: bool


class _Rule(NamedTuple):
    selectors: list
    declared: Sequence[_Declared]


class StyleSheets:
    """The rules of a page on such questions, without those on questions that no rule decides for an element of its
    `body`, which is given in lower case."""

    def __init__(self, root: etree._Element, body: str, questions: Sequence[Question]) -> None:
        self._root = root
        self._properties = frozenset().union(*(question.properties for question in questions))
        self._by_style: dict[str, list[_Declared]] = {}
        self._matcher = Matcher()
        rules = [rule for style in root.iter("style") for rule in self._rules(style.text or "")]
        asked = frozenset().union(*(each.properties for each in questions if _is_decided(each, rules, body)))
        self.decide = bool(asked)
        for rule in rules:
            declared = [item for item in rule.declared if item.name in asked]
            for selector in rule.selectors if declared else ():
                self._matcher.add_selector(selector, declared)

    def looks(self) -> Iterator[tuple[etree._Element, Look]]:
        """Every element in order, with what decides how it looks: what it declares itself goes before all but
        `!important`."""
        if not self.decide:
            for element in self._root.iter("*"):
                yield element, _deciding((), self._own(element))
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

    def _rules(self, sheet: str) -> Iterator[_Rule]:
        for rule in tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True):
            declared = list(self._declared(rule.content)) if rule.type == "qualified-rule" else []
            if not declared:
                continue
            try:
                selectors = compile_selector_list(rule.prelude)
            except SelectorError:
                continue
            yield _Rule([selector for selector in selectors if selector.pseudo_element is None], declared)

    def _declared(self, declarations: list | str) -> Iterator[_Declared]:
        for item in tinycss2.parse_blocks_contents(declarations, skip_comments=True, skip_whitespace=True):
            if item.type == "declaration" and item.lower_name in self._properties:
                yield _Declared(item.lower_name, tinycss2.serialize(item.value).strip().lower(), item.important)


def _is_decided(question: Question, rules: Iterable[_Rule], body: str) -> bool:
    """Whether the body, or a rule for what may stand in it, has a value that counts."""
    return question.may_stand_in(body) or any(
        any(item.name in question.properties and question.acts(item.name, item.value) for item in rule.declared)
        and any(_may_fit(selector.id or selector.class_name, body) for selector in rule.selectors)
        for rule in rules
    )


def _may_fit(name: str | None, body: str) -> bool:
    """Whether an element of the body may have the name that a selector asks for."""
    return name is None or re.search(rf"[\s\"'=]{re.escape(name.lower())}[\s\"'>]", body) is not None


def _deciding(by_rules: Sequence[_Declared], by_itself: Sequence[_Declared]) -> Look:
    ordered = sorted([*by_rules, *by_itself], key=lambda item: item.is_important) if by_rules else by_itself
    return {item.name: item.value for item in ordered} if ordered else _NOTHING


_NOTHING: Look = {}
