"""Text whose paragraphs were cut into lines of one width: the lines put together again.

Only a text in which many lines go on at the same width, and hardly one is wider, is taken for such a text; a figure
may be cut as well as a word (3,25 / 6.80万元). Lines go on over the foot of a page.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence

from ingest.lexicon.titles import is_heading, is_numbered
from ingest.readers.cell_rows import starts_row

_ENDS = tuple("。！？!?；;：:")
_INDENTED = re.compile(r"^(?:\u3000| {2,}|\t)")
_NARROWEST = {True: 20, False: 40}
_SLACK = {True: 2, False: 4}
_SHORTEST_FULL = min(_NARROWEST[True] - _SLACK[True], (_NARROWEST[False] - _SLACK[False]) // 2)
"""The fewest characters of a line that is full; in columns each takes at most two."""
_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
_FIGURES_AT_END = re.compile(r"(?<=\S) -?\d[\d,.]*[%％]? -?\d[\d,.]*[%％分]?$")
_FEWEST_GAPS = 2
_FEWEST = 3
_MOST_WIDER = 0.03
_LEAST_SHARE = 0.6


def unwrap(lines: Sequence[str], is_page_foot: Callable[[str], bool]) -> list[str]:
    """The lines with those of one paragraph joined; unchanged where the text is not wrapped."""
    measure = _wrapped_at(lines)
    if measure is None:
        return list(lines)
    by_characters, least = measure
    joined: list[str] = []
    open_paragraph = False
    for position, line in enumerate(lines):
        if open_paragraph and (not line.strip() or is_page_foot(line)):
            if not _crosses_page(lines, position, is_page_foot):
                joined.append(line)
                open_paragraph = False
            continue
        if open_paragraph and _can_go_on(line):
            joined[-1] += line.strip()
        else:
            joined.append(line)
        is_full = _width(line.rstrip(), by_characters) >= least and not _is_row(line)
        open_paragraph = is_full and not line.rstrip().endswith(_ENDS) and not is_heading(line)
    return joined


def _wrapped_at(lines: Sequence[str]) -> tuple[bool, int] | None:
    """(whether in characters and not in columns, the least width of a full line); None for a text not wrapped."""
    prose = [text for line in lines if "\t" not in line and (text := line.rstrip()) and not _is_row(line)]
    is_open = [not text.endswith(_ENDS) for text in prose]
    if sum(len(text) >= _SHORTEST_FULL for text, goes_on in zip(prose, is_open, strict=True) if goes_on) < _FEWEST:
        return None
    for by_characters in (True, False):
        widths = [_width(text, by_characters) for text in prose]
        slack = _SLACK[by_characters]
        allowed = int(len(widths) * _MOST_WIDER)
        width = sorted(widths, reverse=True)[allowed] if len(widths) > allowed else 0
        if width < _NARROWEST[by_characters]:
            continue
        going_on = [own for own, goes_on in zip(widths, is_open, strict=True) if goes_on and own > width / 2]
        reaching = sum(own >= width - slack for own in going_on)
        if reaching >= _FEWEST and reaching >= _LEAST_SHARE * len(going_on):
            return by_characters, width - slack
    return None


def _is_row(line: str) -> bool:
    """Whether a line is a row of a table: TABs, | or gaps stand between its cells, +- draws its border, or it begins
    with a level or a total and ends in figures."""
    if "\t" in line or "|" in line or "+-" in line or ("  " in line and len(_GAP.findall(line)) >= _FEWEST_GAPS):
        return True
    return " " in line and bool(_FIGURES_AT_END.search(line.rstrip())) and starts_row(line.split(maxsplit=1)[0])


def _width(text: str, by_characters: bool) -> int:
    return len(text) if by_characters else sum(map(_COLUMNS.__getitem__, text))


class _Columns(dict[str, int]):
    """How many columns a character takes."""

    def __missing__(self, character: str) -> int:
        self[character] = 2 if unicodedata.east_asian_width(character) in "WFA" else 1
        return self[character]


_COLUMNS = _Columns()


def _crosses_page(lines: Sequence[str], position: int, is_page_foot: Callable[[str], bool]) -> bool:
    """Whether the blank lines from `position` on are those around the foot of a page."""
    for line in lines[position:]:
        if is_page_foot(line) or line.startswith("\f"):
            return True
        if line.strip():
            return False
    return False


def _can_go_on(line: str) -> bool:
    text = line.lstrip("\f")
    return bool(text.strip()) and not (_INDENTED.match(text) or _is_row(text) or is_heading(text) or is_numbered(text))
