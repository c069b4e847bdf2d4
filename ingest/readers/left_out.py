"""Text that a file holds and its reader leaves out, as nobody sees it or a line is drawn through it: it is told where
it holds figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ingest.document import Paragraph
from ingest.lexicon.numbers import figures, may_hold_figures

_LONGEST = 60
_MARK = "…"


def left_out(what: str, texts: Iterable[str], page: int | None = None) -> Iterator[Paragraph]:
    """The paragraph that tells of such texts by the name of what they are; none where no figure is lost with them."""
    told = "；".join(text for text in map(str.strip, texts) if holds_figures(text))
    if told:
        shown = told if len(told) <= _LONGEST else told[:_LONGEST] + _MARK
        yield Paragraph(f"（{what}，未读取：{shown}）", page, is_unread=True)


def holds_figures(text: str) -> bool:
    """Whether a figure is lost with a text that is left out."""
    return any(map(str.isdecimal, text)) or (may_hold_figures(text) and bool(figures(text)))
