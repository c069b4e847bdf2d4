"""Markdown: headings, lists, paragraphs, tables with | and tables in HTML.

Every line of prose is a paragraph, as in plain text: reports in Markdown come from converters, which keep a paragraph
on a line. Marks that only shape the text (# ** ` links, backslashes) are removed, numbers of lists are kept; what is
struck out is no text, and told where it holds figures.
"""

from __future__ import annotations

import html as entities
import re
from collections.abc import Iterator

from ingest.document import Block, Document, Paragraph, Table, Unreadable
from ingest.readers.decoding import decode
from ingest.readers.left_out import left_out
from ingest.readers.pipes import behind_bars, pipe_table
from ingest.readers.text import has_tabbed_rows, tabbed_rows, table_of
from ingest.readers.web import html

_HEADING = re.compile(r"#{1,6}(?:\s+|(?=[^\s#\d]))")
_CLOSING = re.compile(r"(?:^|\s)#+$")
_LIST = re.compile(r"[-*+•]\s+(?:\[([ xX])\]\s+)?(.*)")
_QUOTE = re.compile(r"(?:>\s?)+")
_RULE = re.compile(r"(?:[-_*=]\s*){3,}|`{3,}.*|~{3,}.*")
_IMAGE = re.compile(r"!\[([^\]\n]{0,500})\]\([^()\n]{0,2000}\)")
_LINK = re.compile(r"\[([^\]\n]{1,500})\]\((?:https?:|mailto:|/|\.|#|www\.)[^()\s]{0,2000}(?:\s+\"[^\"\n]*\")?\)")
_STRONG = re.compile(r"(\*\*\*|___|\*\*|__)(?=\S)(.{1,2000}?)(?<=\S)\1", re.DOTALL)
_EMPHASIS = re.compile(r"(?<![0-9A-Za-z*\\])\*(?=[^\s*])([^*\n]{0,500}[^\s*])\*(?![0-9A-Za-z*])")
_CODE = re.compile(r"(`{1,3})(.{1,2000}?)\1", re.DOTALL)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_STRUCK = re.compile(
    r"(?<![~\\\d])~~(?=[^\s~])([^~\n]{0,500}[^\s~])~~(?!~)|<(del|s|strike)\b[^<>\n]*>([^\n]{0,500}?)</\2>",
    re.IGNORECASE,
)
_IN_CELLS = re.compile(r"(?!\s*(?:[-+*•]|\d{1,3}[.)、])\t)\s*[^\s\t][^\t]*\t.*\S")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:a|b|big|center|div|em|font|i|img|ins|mark|p|small|span|strong|sub|sup|u)(?:\s[^<>]*)?/?>", re.IGNORECASE
)
_TABLE_TAG = re.compile(r"<(/?)table\b", re.IGNORECASE)


def read_bytes(data: bytes) -> Document:
    """The document in the bytes of a Markdown file. Raises `Unreadable` where they are no text or hold nothing."""
    content, encoding = decode(data)
    content = _without_comments(content.replace("\r\n", "\n").replace("\r", "\n").replace("\ufeff", ""))
    struck = [match[1] or match[3] for match in _STRUCK.finditer(content)]
    found = tuple(_blocks(_STRUCK.sub("", content).split("\n")))
    if not found:
        raise Unreadable("文件为空，请单位重新报送 / the file is empty; ask the unit to send it again")
    return Document((*found, *left_out("划去的文字", struck)), "text/markdown", encoding)


def _without_comments(content: str) -> str:
    kept: list[str] = []
    position = 0
    while (start := content.find("<!--", position)) >= 0 and (end := content.find("-->", start)) >= 0:
        kept.append(content[position:start])
        position = end + 3
    return "".join(kept) + content[position:]


def _blocks(lines: list[str]) -> Iterator[Block]:
    position = _behind_front_matter(lines)
    while position < len(lines):
        if end := _html_table_end(lines, position):
            yield from html.read_text("\n".join(lines[position:end]))
            position = end
        elif table := pipe_table(lines, position):
            cells = tuple(cell._replace(text=plain(cell.text)) for cell in table[0].cells)
            yield Table(cells, table[0].true_grid)
            position = table[1]
        elif _IN_CELLS.match(lines[position]) and has_tabbed_rows(lines, position):
            rows, position = tabbed_rows(lines, position)
            yield table_of([[plain(cell) for cell in row] for row in rows])
        elif (end := behind_bars(lines, position)) > position:
            position = end
        else:
            text = _paragraph(lines[position])
            if text:
                yield Paragraph(text)
            position += 1


def _behind_front_matter(lines: list[str]) -> int:
    """The position behind the block of settings that some tools put first, between two lines of ---."""
    if lines[0].strip() == "---":
        for position, line in enumerate(lines[1:40], start=1):
            if line.strip() == "---":
                return position + 1
            if not re.match(r"\s*$|\s*-\s|\s*[\w-]+\s*:|\s+\S", line):
                break
    return 0


def _html_table_end(lines: list[str], position: int) -> int:
    """The position behind an HTML table that starts on this line (the end where it is never closed); 0 if none does."""
    if not _TABLE_TAG.search(lines[position]):
        return 0
    depth = 0
    for end in range(position, len(lines)):
        for closing in _TABLE_TAG.findall(lines[end]):
            depth += -1 if closing else 1
        if depth <= 0:
            return end + 1
    return len(lines)


def _paragraph(line: str) -> str:
    line = _QUOTE.sub("", line.strip(), count=1) if line.lstrip().startswith(">") else line.strip()
    if _RULE.fullmatch(line):
        return ""
    if match := _HEADING.match(line):
        line = _CLOSING.sub("", line[match.end() :])
    elif match := _LIST.fullmatch(line):
        box = {None: "", " ": "☐ "}.get(match[1], "☑ ")
        line = box + match[2]
    return plain(line)


def plain(text: str) -> str:
    """The text without the marks that only shape it."""
    kept: list[str] = []

    def keep(match: re.Match[str]) -> str:
        kept.append(match[len(match.groups())])
        return f"\x00{len(kept) - 1}\x00"

    text = _ESCAPE.sub(keep, _CODE.sub(keep, text))
    text = _LINK.sub(r"\1", _IMAGE.sub(r"\1", text))
    text = _TAG.sub("", _BREAK.sub("\n", text))
    text = _EMPHASIS.sub(r"\1", _STRONG.sub(r"\2", text))
    text = entities.unescape(text).replace("\xa0", " ")
    text = re.sub(r"\x00(\d+)\x00", lambda match: kept[int(match[1])], text)
    return "\n".join(line.strip() for line in text.split("\n")).strip()
