"""Parts of parts without brackets: 预算100万元，其中：中央资金60万元，其中：直达资金40万元，省级资金40万元.

Behind a second 其中 stand parts of the part before it, then may go on those of the whole. What they come to tells which
is which, or else who gives; where neither does they are put nowhere and told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from ingest.forms.prose.mention import Mention
from ingest.lexicon.funding_labels import funding_label

_MOST_LISTS = 4


def nest(found: Sequence[Mention]) -> None:
    """Put the parts behind a second 其中 under the part before it, as far as that can be told."""
    opening = [mention for mention in found if mention.opens_parts]
    if len(opening) < 2:
        return
    for whole in {id(part.broken_down): part.broken_down for part in opening}.values():
        own = [part for part in found if part.broken_down is whole and whole and part.measure == whole.measure]
        lists = list(_lists(own))
        if whole is None or len(lists) < 2:
            continue
        splits = list(_by_sum(lists[0], lists[1:], whole.wan)) if len(lists) <= _MOST_LISTS else []
        split = splits[0] if len(splits) == 1 else _by_giver(lists, whole) or _by_word(lists, whole)
        if split is None:
            for part in (part for behind in lists[1:] for part in behind):
                part.measure, part.doubt = "other_amount", "part"
                part.broken_down, part.item, part.category = None, None, None
            continue
        outer = list(lists[0])
        for behind, count in zip(lists[1:], split, strict=True):
            for part in behind[:count]:
                part.broken_down = outer[-1]
            outer += behind[count:] if count else []


def _lists(parts: Sequence[Mention]) -> Iterator[list[Mention]]:
    """The parts of a whole, list by list: each begins with 其中."""
    starts = [0, *(position for position, part in enumerate(parts) if part.opens_parts and position), len(parts)]
    yield from (list(parts[start:end]) for start, end in pairwise(starts) if start < end)


def _by_sum(outer: Sequence[Mention], behind: Sequence[list[Mention]], whole: Decimal) -> Iterator[list[int]]:
    """Every way in which the parts of the whole come to it: how many parts at the start of each list `behind` the first
    are of the part before it, 0 where the list comes to the whole itself."""
    if _sum(outer) > whole:
        return
    if not behind:
        if _sum(outer) == whole:
            yield []
        return
    first, *others = behind
    if _sum(first) == whole:
        yield from ([0, *split] for split in _by_sum(outer, others, whole))
    for count in range(1, len(first) + 1):
        inner, part = _sum(first[:count]), outer[-1].wan
        is_told = inner == part or count < len(first) or len(outer) == 1
        if inner <= part and is_told:
            yield from ([count, *split] for split in _by_sum([*outer, *first[count:]], others, whole))


def _by_giver(lists: Sequence[list[Mention]], whole: Mention) -> list[int] | None:
    """Where all parts of the whole are each a giver's or a category, what is none of these is of the part before it."""
    if len(lists) != 2 or not all(map(_is_main, lists[0])):
        return None
    outer, behind = lists
    count = next((number for number, part in enumerate(behind) if _is_main(part)), 0)
    is_within = _sum(behind[:count]) <= outer[-1].wan and _sum([*outer, *behind[count:]]) <= whole.wan
    return [count] if count and is_within and all(map(_is_main, behind[count:])) else None


def _by_word(lists: Sequence[list[Mention]], whole: Mention) -> list[int] | None:
    """Behind the only part before it in a sentence a second 其中 is of that, unless both together come to the whole."""
    if len(lists) != 2 or len(lists[0]) > 1 or lists[1][0].figure.start < lists[0][0].figure.end:
        return None
    part, behind = lists[0][0].wan, _sum(lists[1])
    return [len(lists[1])] if behind <= part and part + behind != whole.wan else None


def _is_main(part: Mention) -> bool:
    label = funding_label(part.item) if part.item is not None else None
    return label is None or label.level is not None or label.category is not None


def _sum(parts: Sequence[Mention]) -> Decimal:
    return sum((part.wan for part in parts), Decimal(0))
