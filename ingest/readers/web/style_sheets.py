"""What the style sheet of a page does not show, marked as hidden where it stands.

Rules by name, class and identifier are followed, one inside another too; of those that match an element the one that
names most, then the last, decides. Rules for printing or narrow screens, and those by state or place, are not.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from lxml import etree

from ingest.document import Paragraph
from ingest.lexicon.numbers import figures

_NOTE = re.compile(r"/\*.*?\*/", re.DOTALL)
_AT_RULE = re.compile(r"@[\w-]+[^{};]*(?:;|\{(?:[^{}]*\{[^{}]*\})*[^{}]*\})")
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_SIMPLE = re.compile(r"(\*|[a-z][\w-]*)?((?:[.#][\w-]+)*)", re.IGNORECASE)
_NAME = re.compile(r"[.#][\w-]+")
_DECIDES = re.compile(r"(?:^|;)\s*(display|visibility)\s*:\s*([\w-]+)", re.IGNORECASE)
_MOST_TOLD = 60
_HIDES = frozenset({"none", "hidden", "collapse"})


@dataclass(frozen=True, slots=True)
class _Simple:
    """A selector of one element."""

    tag: str
    classes: frozenset[str]
    identifier: str

    @property
    def key(self) -> str:
        """What an element that it matches is found by."""
        if self.identifier:
            return f"#{self.identifier}"
        return f".{min(self.classes)}" if self.classes else self.tag or "*"

    def matches(self, element: etree._Element) -> bool:
        return (
            self.tag in ("", "*", str(element.tag).lower())
            and (not self.identifier or element.get("id") == self.identifier)
            and (not self.classes or self.classes <= set((element.get("class") or "").split()))
        )


@dataclass(frozen=True, slots=True)
class _Rule:
    """What the elements that match the last of `path`, inside such as match those before, have of one property."""

    path: tuple[_Simple, ...]
    name: str
    hides: bool
    rank: int

    @property
    def weight(self) -> tuple[int, int, int]:
        return (
            sum(bool(simple.identifier) for simple in self.path),
            sum(len(simple.classes) for simple in self.path),
            sum(simple.tag not in ("", "*") for simple in self.path),
        )

    def matches(self, element: etree._Element) -> bool:
        *outer, own = self.path
        if not own.matches(element):
            return False
        ancestors = element.iterancestors()
        return all(any(simple.matches(ancestor) for ancestor in ancestors) for simple in reversed(outer))


def hide_by_style_sheets(root: etree._Element, content: str) -> Iterator[Paragraph]:
    """Mark as hidden what the page's own style sheets hide, and tell of it where it holds figures."""
    if "<style" not in content and "<STYLE" not in content:
        return
    rules = [rule for style in root.iter("style") for rule in _rules(style.text or "")]
    if not any(rule.hides for rule in rules):
        return
    by_key: defaultdict[str, list[_Rule]] = defaultdict(list)
    for rule in rules:
        by_key[rule.path[-1].key].append(rule)
    for element in root.iter(etree.Element):
        if element.get("hidden") is None and _is_hidden(element, by_key):
            element.set("hidden", "")
            text = "".join(element.itertext()).strip()
            if figures(text):
                yield Paragraph(f"（网页样式隐藏的内容，未读取：{text[:_MOST_TOLD]}）", is_unread=True)


def _is_hidden(element: etree._Element, by_key: Mapping[str, Sequence[_Rule]]) -> bool:
    names = (element.get("class") or "").split()
    keys = ("*", str(element.tag).lower(), f"#{element.get('id')}", *(f".{name}" for name in names))
    found = [rule for key in keys for rule in by_key.get(key, ()) if rule.matches(element)]
    if not any(rule.hides for rule in found):
        return False
    own = {name.lower() for name, _ in _DECIDES.findall(element.get("style") or "")}
    deciding = {rule.name: rule for rule in sorted(found, key=attrgetter("weight", "rank")) if rule.name not in own}
    return any(rule.hides for rule in deciding.values())


def _rules(style: str) -> Iterator[_Rule]:
    for rank, (selectors, declarations) in enumerate(_RULE.findall(_AT_RULE.sub("", _NOTE.sub("", style)))):
        for name, value in _DECIDES.findall(declarations):
            for path in filter(None, map(_path, selectors.split(","))):
                yield _Rule(path, name.lower(), value.lower() in _HIDES, rank)


def _path(selector: str) -> tuple[_Simple, ...]:
    """A selector as those of one element inside another; nothing where it asks for more."""
    path = []
    for part in selector.replace(">", " ").split():
        match = _SIMPLE.fullmatch(part)
        if match is None:
            return ()
        names = _NAME.findall(match[2])
        classes = frozenset(name[1:] for name in names if name.startswith("."))
        path.append(_Simple((match[1] or "").lower(), classes, next((n[1:] for n in names if n.startswith("#")), "")))
    return tuple(path)
