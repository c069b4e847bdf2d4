"""Tables that run over pages, put together: heads printed again dropped, cut rows and cut merged cells made whole."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.document import Cell, Table
from ingest.lexicon.titles import is_heading, is_numbered
from ingest.readers.portable.grid import Box, Grid, continued, is_wrapped
from ingest.readers.portable.labels import is_label

_EDGE = 3.0
_ALIGNED_EDGE = 15.0
_FIGURE = re.compile(r"^[≥≤＝=＞＜><]?\s*[-−－]?[\d,，.]+\s*[%％\w]?$")
_SENTENCE_END = tuple("。！？；;:：")
_BRACKETS = ("（", "(")
_FEWEST_ENDED = 2
_CLOSED = 40.0
"""Room in points under a table that a row could still have used, so that no page break ended it."""


def goes_on(above: Grid, below: Grid, page_bottom: float) -> bool:
    """Whether `below`, the first thing on its page, continues `above`, the last on the page before.

    `page_bottom` is how far down the pages of the document are used. Tables of one width with other columns inside
    are one table only if the first one fills its page.
    """
    if below.page != above.page + 1 or above.is_ruled != below.is_ruled:
        return False
    if not above.is_ruled:
        return len(above.xs) == len(below.xs) and all(
            abs(a - b) <= _ALIGNED_EDGE for a, b in zip(above.xs, below.xs, strict=True)
        )
    if abs(above.xs[0] - below.xs[0]) > _EDGE or abs(above.xs[-1] - below.xs[-1]) > _EDGE:
        return False
    if above.is_open_below or below.is_open_above:
        return True
    if above.is_frame and below.is_frame:
        return False
    first = below.row(0)
    if len(first) == 1 and is_heading(first[0].text) and first[0].text != above.row(0)[0].text:
        return False
    room = page_bottom - above.bottom
    return room <= max(_CLOSED, below.first_row_height + 5) or _same_edges(above, below)


def _same_edges(above: Grid, below: Grid) -> bool:
    return all(any(abs(x - other) <= _EDGE for other in above.xs) for x in below.xs)


def stitch(above: Grid, below: Grid) -> Grid:
    """Both parts as one grid over the edges of both."""
    xs = _union(above.xs, below.xs) if above.is_ruled else above.xs
    boxes = _laid_over(above, xs)
    added = _laid_over(below, xs)
    repeated = _repeated_head(boxes, added, below.rows)
    added = [box for box in added if box.row >= repeated]
    for box in added:
        box.row -= repeated
    rows = below.rows - repeated
    last = [box for box in boxes if box.end_row == above.rows]
    first = [box for box in added if box.row == 0]
    is_closed = not above.is_open_below, not below.is_open_above or repeated > 0
    running = [box for box in last if box.is_open]
    if 0 < len(running) < len(last):
        offset, cut = above.rows, _pairs(running, first)
    elif _is_cut(last, first, is_closed):
        offset, cut = above.rows - 1, _pairs(last, first)
    else:
        offset, cut = above.rows, _cut_merges(last, first)
    for upper, lower in cut:
        upper.row_span = offset + lower.end_row - upper.row
        if not upper.text:
            upper.page = lower.page
        upper.text = continued(upper.text, lower.text, upper.room)
        upper.lines += lower.lines
        upper.room = lower.room if lower.text else upper.room
    absorbed = {id(lower) for _, lower in cut}
    for box in added:
        if id(box) not in absorbed:
            box.row += offset
            boxes.append(box)
    return Grid(
        below.page,
        xs,
        above.top,
        below.bottom,
        offset + rows,
        sorted(boxes, key=lambda box: (box.row, box.col)),
        is_ruled=above.is_ruled,
        is_open_above=above.is_open_above,
        is_open_below=below.is_open_below,
        first_row_height=above.first_row_height,
    )


def _union(ours: list[float], theirs: list[float]) -> list[float]:
    return sorted([*ours, *(x for x in theirs if all(abs(x - other) > _EDGE for other in ours))])


def _laid_over(grid: Grid, xs: list[float]) -> list[Box]:
    """The boxes of a grid at their columns among the edges `xs`."""
    index = [min(range(len(xs)), key=lambda i: abs(xs[i] - x)) for x in grid.xs] if grid.is_ruled else range(len(xs))
    return [
        replace(box, col=index[box.col], col_span=index[box.col + box.col_span] - index[box.col]) for box in grid.boxes
    ]


def _repeated_head(boxes: list[Box], added: list[Box], rows: int) -> int:
    """How many rows `added` begins with that repeat the head of the table."""
    repeated = 0
    while repeated < rows - 1 and _row_print(boxes, repeated) == _row_print(added, repeated) != []:
        repeated += 1
    is_cut_by_span = any(box.row < repeated < box.end_row for box in added)
    has_text = any(box.text for box in added if box.row < repeated)
    return repeated if has_text and not is_cut_by_span else 0


def _row_print(boxes: list[Box], row: int) -> list[tuple[int, int, int, str]]:
    return [(box.col, box.col_span, box.row_span, re.sub(r"\s", "", box.text)) for box in boxes if box.row == row]


def _pairs(last: list[Box], first: list[Box]) -> list[tuple[Box, Box]]:
    by_columns = {box.columns: box for box in last}
    return [(by_columns[box.columns], box) for box in first if box.columns in by_columns]


def _is_cut(last: list[Box], first: list[Box], is_closed: tuple[bool, bool]) -> bool:
    """Whether the page break runs through a row, of which `last` is the upper and `first` the lower part, with a line
    below and above it or without.

    It does where no line stands on either page, and does not where one stands on the first alone, as browsers draw it.
    Else it does where some cells had ended above and the others, not being figures, go on: their last line above is
    full, or their sentence had ended there.
    """
    pairs = _pairs(last, first)
    if not pairs or len(pairs) != len(first) or len(pairs) != len(last):
        return False
    both = [(upper, lower) for upper, lower in pairs if upper.text and lower.text]
    if is_closed in ((False, False), (True, False)):
        return not is_closed[0]
    if not is_closed[0] and not any(_is_figure(upper) and _is_figure(lower) for upper, lower in both):
        return True
    if not both or any(is_label(upper.text) and is_label(lower.text) for upper, lower in both):
        return False
    if any(_is_figure(box) for pair in both for box in pair):
        return _has_cut_figure(pairs)
    if not any(upper.text and not lower.text for upper, lower in pairs):
        upper, lower = both[0]
        is_unfinished = _is_full(upper, lower) and not upper.text.endswith(_SENTENCE_END)
        is_first = len(pairs) > 1 and upper.col == pairs[0][0].col
        return len(both) == 1 and is_unfinished and not is_first and not is_numbered(lower.text)
    if any(_is_full(upper, lower) for upper, lower in both):
        return all(_is_full(upper, lower) or upper.text.endswith(_SENTENCE_END) for upper, lower in both)
    has_figure = any(map(_is_figure, first))
    is_long = any(upper.lines > 1 and len(lower.text) >= 12 for upper, lower in both)
    return is_long and not has_figure and not pairs[0][1].text


def _has_cut_figure(pairs: list[tuple[Box, Box]]) -> bool:
    """Whether the lower parts are what no more fitted into narrow cells, some of them of figures: all others have ended
    above, figures among them."""
    ended = sum(_is_figure(upper) and not lower.text for upper, lower in pairs)
    return ended >= _FEWEST_ENDED and all(
        _is_full(upper, lower) and (not _is_figure(lower) or len(lower.text) < len(upper.text))
        for upper, lower in pairs
        if lower.text
    )


def _is_figure(box: Box) -> bool:
    return _FIGURE.match(box.text) is not None


def _is_full(upper: Box, lower: Box) -> bool:
    """Whether the upper part of a cell has no room behind its last line for what begins the lower part."""
    return bool(upper.text) and is_wrapped(lower.text, upper.room)


def _cut_merges(last: list[Box], first: list[Box]) -> list[tuple[Box, Box]]:
    """The leading cells that a page break has cut between two rows: merged above or below, and printed once, or with
    the end of their label on the second page."""
    cut: list[tuple[Box, Box]] = []
    for upper, lower in sorted(_pairs(last, first), key=lambda pair: pair[0].col):
        is_merged = upper.row_span > 1 or lower.row_span > 1
        if lower.col != (cut[-1][1].columns[1] if cut else 0):
            break
        if not is_merged or (bool(upper.text) == bool(lower.text) and not _completes(upper, lower)):
            break
        cut.append((upper, lower))
    return cut


def _completes(upper: Box, lower: Box) -> bool:
    """Whether the lower part of a cell is what makes the upper one a label, or says its unit."""
    if not lower.text or not _is_full(upper, lower):
        return False
    return lower.text.startswith(_BRACKETS) or (is_label(upper.text + lower.text) and not is_label(upper.text))


def table(grid: Grid) -> Table:
    """The grid as a table with 1-based positions."""
    return Table(
        tuple(Cell(box.row + 1, box.col + 1, box.text, box.row_span, box.col_span, box.page) for box in grid.boxes),
        true_grid=True,
    )
