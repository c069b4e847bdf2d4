"""The place that a figure or an observation came from."""

from __future__ import annotations

from typing import NamedTuple


class Evidence(NamedTuple):
    """The place that a record came from: 1-based, `row_no` and `col_no` are None in prose, `quote` is verbatim."""

    block_no: int
    row_no: int | None
    col_no: int | None
    page_no: int | None
    quote: str
