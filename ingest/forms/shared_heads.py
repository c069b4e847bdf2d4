"""What stands above the forms of several projects: a report on all of them, or a chapter of final accounts.

The paragraphs in it that name one of the projects belong to its form's report; what is left speaks of all of them, so
that none of its money is that of the first form.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ingest.forms.drafts import Draft
from ingest.forms.layout import Row
from ingest.forms.project_names import stem
from ingest.forms.ranks import rank
from ingest.forms.segments import Part

_COUNT = r"(?:[2-9两二三四五六七八九十]|[1-9]\d+)个"
_SEVERAL = re.compile(rf"项目(?:共计?)?{_COUNT}|{_COUNT}(?:二级|一级|预算)?项目")


def hand_out(drafts: Sequence[Draft]) -> Sequence[Draft]:
    """The drafts, with the paragraphs above the forms of several projects given to the projects that they name."""
    position = 0
    while position < len(drafts):
        end = position + 1
        while end < len(drafts) and _is_form_of_project(drafts[end].parts[0]):
            end += 1
        _share(drafts[position:end])
        position = end
    return drafts


def _share(drafts: Sequence[Draft]) -> None:
    """Give each of the drafts the paragraphs of the first one's head that name its project."""
    head, *behind = drafts[0].parts
    if head.is_department and (head.title is None or head.title.kind == "other"):
        _hand_out_of_unit(head, drafts[1:])
        return
    if not behind or not _is_form_of_project(behind[0]) or not _is_head(head):
        return
    names = {number: name for number, draft in enumerate(drafts) if (name := stem(draft.project or ""))}
    if len(set(names.values())) < 2:
        return
    owners = _owners(head.rows, names)
    counts = any(row.is_line and "个" in row.text and _SEVERAL.search(row.text) for row in head.rows)
    if not counts and len({owner for owner in owners if owner is not None}) < 2:
        return
    _give(head, owners, drafts)
    head.is_of_several = True


def _hand_out_of_unit(head: Part, forms: Sequence[Draft]) -> None:
    """Give the projects below a chapter on the whole unit the paragraphs in it that name them."""
    names = {number: name for number, draft in enumerate(forms) if (name := stem(draft.project or ""))}
    if names:
        _give(head, _owners(head.rows, names), forms)


def _give(head: Part, owners: Sequence[int | None], drafts: Sequence[Draft]) -> None:
    for number, draft in enumerate(drafts):
        own = [row for row, owner in zip(head.rows, owners, strict=True) if owner == number]
        if own:
            draft.parts.append(Part(None, None, [], own))
    head.rows = [row for row, owner in zip(head.rows, owners, strict=True) if owner is None]


def _is_head(part: Part) -> bool:
    return part.kind in {None, "report"} and not part.is_department and part.project is None


def _is_form_of_project(part: Part) -> bool:
    return part.kind == "form" and part.project is not None


def _owners(rows: Sequence[Row], names: Mapping[int, str]) -> list[int | None]:
    """For each row the project that it speaks of: the only one that it names, or that a heading or paragraph above it
    does, up to the next heading as high."""
    owners: list[int | None] = []
    owner: int | None = None
    height: int | None = None
    for row in rows:
        named = _named(stem(row.text), names) if row.is_line else []
        if len(named) == 1:
            owner, height = named[0], rank(row.text)
        elif named or _ends(row, height):
            owner = None
        owners.append(owner)
    return owners


def _named(text: str, names: Mapping[int, str]) -> list[int]:
    """The projects that a text names, without one whose name is only a piece of another's."""
    found = [number for number, name in names.items() if name in text]
    return [number for number in found if not any(names[number] in names[other] != names[number] for other in found)]


def _ends(row: Row, height: int | None) -> bool:
    own = rank(row.text)
    return own is not None and (height is None or own <= height)
