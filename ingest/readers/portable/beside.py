"""Pages that show columns which did not fit on the page before, as spreadsheets are printed: put beside those."""

from __future__ import annotations

from dataclasses import replace

from ingest.readers.portable.grid import Grid
from ingest.readers.portable.lines import Line

_SAME = 1.5
"""How far in points the edges of one row may lie apart on two pages."""
_FEWEST_EDGES = 4


def beside(pages: list[list[Line | Grid]]) -> list[list[Line | Grid]]:
    """The parts of each page; tables of a page on which nothing else stands, not even a title, and which are as high as
    tables of an earlier page, row by row, but have other columns, are put beside those.

    What runs on from page to page has the same columns, and another form has its title.
    """
    joined: list[list[Line | Grid]] = []
    for parts in pages:
        rights = [part for part in parts if isinstance(part, Grid)]
        found = (_beside(earlier, rights) for earlier in joined) if len(rights) == len(parts) > 0 else iter(())
        at, whole = next(((at, whole) for at, whole in enumerate(found) if whole), (None, None))
        if at is not None and whole is not None:
            joined[at] = whole
        joined.append([] if whole else parts)
    return joined


def _beside(lefts: list[Line | Grid], rights: list[Grid]) -> list[Line | Grid] | None:
    """The parts of a page with the tables beside those that they have the rows of; None where one has those of none."""
    left_over = list(rights)
    whole: list[Line | Grid] = []
    for part in lefts:
        if left_over and isinstance(part, Grid) and _have_same_rows(part, left_over[0]):
            whole.append(_together(part, left_over.pop(0)))
        else:
            whole.append(part)
    return None if left_over else whole


def _have_same_rows(left: Grid, right: Grid) -> bool:
    return len(right.ys) >= _FEWEST_EDGES and _are_same(left.ys, right.ys) and not _are_same(left.xs, right.xs)


def _are_same(edges: list[float], others: list[float]) -> bool:
    return len(edges) == len(others) and all(abs(a - b) <= _SAME for a, b in zip(edges, others, strict=True))


def _together(left: Grid, right: Grid) -> Grid:
    columns = len(left.xs) - 1
    boxes = [*left.boxes, *(replace(box, col=box.col + columns) for box in right.boxes)]
    xs = [*left.xs, *(left.xs[-1] + x - right.xs[0] for x in right.xs[1:])]
    return replace(left, xs=xs, boxes=sorted(boxes, key=lambda box: (box.row, box.col)))
