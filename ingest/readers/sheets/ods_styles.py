"""The styles of an .ods whose text nobody counts: those that strike out, and white letters on white ground."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from ingest.readers.office_zip import local_get

_WHITE, _PLAIN = frozenset({"#ffffff", "white"}), frozenset({"#ffffff", "white", "transparent"})
_NO_LINE = frozenset({None, "none"})


@dataclass(slots=True)
class _Look:
    """What a style and those that it is based on say, as far as they do."""

    colour: str | None = None
    ground: str | None = None
    line: str | None = None


@dataclass(slots=True)
class Styles:
    """The styles by their names, in the order of the file: each behind its parent."""

    _looks: dict[str | None, _Look] = field(default_factory=dict)

    def learn(self, style: etree._Element) -> None:
        parent = self._looks.get(local_get(style, "parent-style-name"), _Look())
        look = _Look(parent.colour, parent.ground, parent.line)
        for properties in style:
            is_automatic = local_get(properties, "use-window-font-color") == "true"
            look.colour = "" if is_automatic else local_get(properties, "color") or look.colour
            look.ground = local_get(properties, "background-color") or look.ground
            line = local_get(properties, "text-line-through-style") or local_get(properties, "text-line-through-type")
            look.line = line or look.line
        self._looks[local_get(style, "name")] = look

    def strikes(self, name: str | None) -> bool:
        """Whether a style draws a line through its text."""
        return name in self._looks and self._looks[name].line not in _NO_LINE

    def is_unseen(self, name: str | None) -> bool:
        """Whether nobody counts the text of a cell in a style."""
        look = self._looks.get(name)
        if look is None:
            return False
        return self.strikes(name) or (look.colour in _WHITE and (look.ground is None or look.ground in _PLAIN))
