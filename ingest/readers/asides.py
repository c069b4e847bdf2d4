"""Comments on the cells of sheets: remarks on a report, which stand beside what it says."""

from __future__ import annotations

from collections.abc import Iterable

from ingest.document import Paragraph

_COLONS = ":："


def comment(place: str, text: str, authors: Iterable[str] = ()) -> Paragraph | None:
    """The comment on the cell `place`, without the name of its author before it; None for an empty one."""
    for author in filter(None, authors):
        if text.startswith(author) and text[len(author) :].lstrip()[:1] in tuple(_COLONS):
            text = text[len(author) :].lstrip()[1:]
            break
    return Paragraph(f"（批注 {place}）{text.strip()}", is_aside=True) if text.strip() else None
