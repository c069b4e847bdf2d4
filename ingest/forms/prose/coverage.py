"""Figures of running text that could not be read, though its words tie them to money, a rate or a score: damaged ones,
some run together, ranges, other currencies, numbers without a unit, and rows of tables that are left as lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ingest.forms.prose import clauses
from ingest.lexicon.contexts import context
from ingest.lexicon.funding_labels import funding_label
from ingest.lexicon.numbers import RUN_TOGETHER, cell_figure, figures, has_run_together, printed_twice
from ingest.lexicon.phrases.endings import context_at_end
from ingest.lexicon.phrases.money import money_measure
from ingest.lexicon.run_together import headings_run_together
from ingest.lexicon.targets import is_figure

_LETTER_WITHIN = r"(?=[\d.]*[A-Za-z^])[\dA-Za-z.^]{1,7}"
_DAMAGED_MONEY = re.compile(
    r"(?P<figure>[A-Za-z\d](?<![\d.,，．].)(?:(?<=\d)|(?=\d))[\dA-Za-z,，.．^]*(?:\s+\d+)*\s*"
    r"(?:[万亿千百萬億]{0,2}[美欧日港]元|[万亿千百萬億]{1,2}[元兀圆]|[元兀](?!/)))"
)
_DAMAGED_SCORE = re.compile(rf"[得评总]分(?:为|是|[:：])?\s*(?P<figure>{_LETTER_WITHIN}分)")
_DAMAGED_RATE = re.compile(rf"率(?:为|达到?|[:：])?\s*(?P<figure>{_LETTER_WITHIN}[%％])")
_END = r"(?=\s*(?:[，,。；;）)‰~～—–]|/\d+(?:\.\d+)?\s*(?:[，,。；;）)]|$)|$))"
_WORD = r"\s+(?:[^\u4e00-\u9fff]|年初|全年|预算|实际|支出|执行|到位|资金|得分|自评|其中|财政|自有|自筹|其他|合计)"
_COUNTED = (
    r"[万千百余多]{0,2}(?:[人户名亩家件份册本期篇吨头只株棵辆台套盒场盏斤条尾羽个次]"
    r"|平方|立方|公里|公斤|公顷|千瓦|小时|学时)"
)
"""What is counted behind a number: 1.86万人 is no money."""
_BEHIND_RATE = re.compile(r"\d[%％](?:以[上内下])?(?P<figure>\d{1,3}(?:\.\d{1,2})?)$")
"""Points that have run into the target before them: 满意度95%10."""
# What a figure is made of is asked behind its first character: a search stops only where one may begin.
_BARE = re.compile(
    r"(?P<figure>[\d一二三四五六七八九](?:(?<=\d)(?<![\d.．,，A-Za-z].)\d*(?:[,，]\d{3})*(?:[.．]\d+)?"
    rf"(?:(?:、\d+(?:\.\d+)?)*{_END}|(?=[万亿千百余多]+(?![万亿千百余多]|{_COUNTED}))|(?={_WORD}))"
    rf"|(?<!\d)成[一二三四五六七八九半]?{_END}))"
)
_ANY = re.compile(r"[\d成]")
_LINK = re.compile(
    r"(?:[（(](?:单位[:：])?[万亿千百]*元[)）]|[（(][A-Z÷/]{1,7}[)）]|分别|均|共计?|合计|达到|达|约|为|是|计|[:：=＝\s])+$"
)
_LINE_IN_ONE_CELL = re.compile(r"\s+(?=\d[\d,.]*%?(?:\s|$))")
_BEHIND_COLON = re.compile(r"[:：]\s*(?=\d[\d,.]*(?:万?元)?$)")
_INDICATOR = re.compile(r"指标|[≥≤＝=%]")
_FEWEST_IN_LINE = 2
_LONGEST_REST = 80
_CONTEXTS = {"percent": "rate", "points": "score"}


class Stray(NamedTuple):
    """A figure that was not read, its context and the words before it."""

    context: str
    about: str
    text: str


def stray_figures(text: str) -> Iterator[Stray]:
    """The figures of a text that were not read, and a whole line of figures behind their label."""
    if not _ANY.search(text):
        return
    line = figures_behind_label(text)
    if line is not None:
        yield line
        return
    candidates = [
        (match, name)
        for pattern, needed, name in _CANDIDATES
        if needed.search(text)
        for match in pattern.finditer(text)
    ]
    if not candidates:
        return
    sentences = [(match.start(), match.group()) for match in clauses.SENTENCE.finditer(text)]
    doubtful = [(at, words, figure) for at, words in sentences for figure in printed_twice(words)]
    for _, words, figure in doubtful:
        yield Stray(_CONTEXTS.get(figure.unit or "", "money"), clauses.about(words[: figure.start]), figure.value_text)
    read = [(at, figure) for at, words in sentences for figure in figures(words)]
    read += [(at, figure) for at, _, figure in doubtful]
    taken = [(at + figure.start, at + figure.end) for at, figure in read]
    for match, name in candidates:
        begin, end = match.span("figure")
        if any(start < end and begin < stop for start, stop in taken):
            continue
        before = text[:begin]
        words = clauses.about(_LINK.sub("", before) if match.re is _BARE else before)
        told = name(words)
        if told:
            taken.append((begin, end))
            yield Stray(told, words, match["figure"])


def _money(words: str) -> str | None:
    return "money" if money_measure(words) != "other_amount" else None


def _named(words: str) -> str | None:
    return context_at_end(words) or context(words.split()[-1] if words else "")


_CANDIDATES = (
    (_DAMAGED_MONEY, re.compile("[元兀圆]"), _money),
    (RUN_TOGETHER, re.compile("[%％万元]"), lambda words: "money"),
    (_DAMAGED_SCORE, re.compile("分"), lambda words: "score"),
    (_DAMAGED_RATE, re.compile("率"), lambda words: "rate"),
    (_BARE, _ANY, _named),
    (_BEHIND_RATE, re.compile("[%％]"), lambda words: "score"),
)


def joined_tables(text: str) -> Iterator[Stray]:
    """The rest of a text from headings on that a converter has joined, where no figure of it is told as such."""
    start = headings_run_together(text)
    if start is None:
        return
    rest = text[start:]
    if re.search(r"\d", rest) and not has_run_together(rest):
        yield Stray("score" if "指标" in rest else "money", "", rest[:_LONGEST_REST])


def figures_behind_label(text: str) -> Stray | None:
    """A line that holds bare figures behind their label: 得分 14.5 23 9, 其中：财政拨款 90 89; None for any other."""
    if len(text.split()) < _FEWEST_IN_LINE:
        return None
    label = _LINE_IN_ONE_CELL.split(text, maxsplit=1)[0]
    words = text[len(label) :].split()
    if len(words) < _FEWEST_IN_LINE:
        return None
    if all(cell_figure(word) is not None for word in words):
        told = context(label) or ("money" if funding_label(label).kind != "item" else None)
        if told:
            return Stray(told, label.split()[0], text)
    points = [cell_figure(word) for word in words[-_FEWEST_IN_LINE:]]
    is_row = _INDICATOR.search(label) and all(figure is not None and figure.unit is None for figure in points)
    return Stray("score", text.split()[0], text) if is_row else None


def unparted_row(text: str) -> Stray | None:
    """A row of a table whose cells could not be told apart, where any of its words is a figure or a target; of funds
    where any of them says so."""
    words = text.split()
    if not any(map(is_figure, words)):
        return funding_line(text)
    told = next((own for word in words if (own := context(word) or _of_funds(word)) in {"money", "rate"}), "score")
    return figures_behind_label(text) or Stray(told, words[0], text)


def _of_funds(word: str) -> str | None:
    return "money" if funding_label(word).kind not in {"item", "total"} else None


def funding_line(text: str) -> Stray | None:
    """A cell that holds a funding label and bare figures behind it, so that no heading can be told for them."""
    behind = _BEHIND_COLON.split(text.strip(), maxsplit=1) if "：" in text or ":" in text else [text]
    label = behind[0] if len(behind) > 1 else _LINE_IN_ONE_CELL.split(text)[0]
    is_line = label != text and funding_label(label).kind != "item"
    return Stray("money", label, text) if is_line else None
