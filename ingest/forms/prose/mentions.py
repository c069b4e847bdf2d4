"""Figures in paragraphs and text cells, one after the other: amounts, rates and scores, with what their words say."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.document import Cell
from ingest.forms.layout import Row, follows, goes_on
from ingest.forms.prose import clauses
from ingest.forms.prose.accounts import budget_beside_income, income_that_is_adjusted, part_by_years
from ingest.forms.prose.apart import set_apart
from ingest.forms.prose.breakdowns import (
    break_down_by_sum,
    mark_items,
    move_to_their_sum,
    spend_up_to_rest,
    sum_into_budget,
    with_totals,
)
from ingest.forms.prose.categories import settle_categories
from ingest.forms.prose.costs import cost_in, cost_of_sentence, mark_cost
from ingest.forms.prose.enumerations import mark_row
from ingest.forms.prose.givers import mark_spent_of_source, share_verb
from ingest.forms.prose.itemised import name_parts
from ingest.forms.prose.mention import Mention
from ingest.forms.prose.nested_parts import nest
from ingest.forms.prose.points import PointsReader, doubt_bare_totals, name_by_heading, settle, settle_headings
from ingest.forms.prose.project_rows import name_by_number, name_in_row, name_sum
from ingest.forms.prose.projects import Subjects
from ingest.forms.prose.sentence import Sentences
from ingest.forms.prose.spot import category_in
from ingest.forms.prose.summed_up import itemise, lead_sums, share_out, sum_rows, sum_up
from ingest.forms.prose.thread import Thread
from ingest.lexicon.numbers import cell_figure, figures, may_hold_figures
from ingest.lexicon.phrases.endings import context_at_end

_HEADING = re.compile(
    r"^\s*(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[)）]|\d{1,2}[.．、])"
    r"[^，,；;\d]{2,30}[。：:]?\s*$"
)
_MAY_HEAD = re.compile(r"[、)）.．](?<=[一二三四五六七八九十\d].)")
_FIGURE_OPEN = re.compile(r"\d[.,，]?\s*$")
_FIGURE_GOES_ON = re.compile(r"^\s*[.,，]?\d")
_POINTS_OPEN = re.compile(r"分\s*(?:为|是|[:：])?\s*\d[\d.]*\s*$")
_POINTS_GO_ON = re.compile(r"^\s*[.．]?\d+(?:[.．]\d+)?\s*(?:分|[。；;，,]?\s*$)")


def mentions(cells: Sequence[tuple[Row, Cell]]) -> list[Mention]:
    """All figures in the given paragraphs and text cells, in order."""
    found: list[Mention] = []
    before: Row | None = None
    heading = ""
    subjects = Subjects()
    reader: Sentences | None = None
    for row, cell in cells:
        last = found[-1] if found and found[-1].figure.unit == "points" else None
        if before is not None and last and last.evidence.block_no == before.block_no and _cuts_points(before, row):
            last.measure, last.is_bare = None, False
        may_matter = may_hold_figures(cell.text) or _MAY_HEAD.search(cell.text)
        sentences = clauses.SENTENCE.findall(cell.text) if may_matter else []
        has_figures = any(map(figures, sentences))
        subjects.paragraph(cell.text, has_figures)
        if has_figures:
            reader = _reader(row, cell, subjects, reader if before and follows(before, row) else None)
            cut = ""
            if before is not None:
                cut = _cut_sentence(before, row)
                reader.begins_in_figure = _cuts_figure(before, row)
            read: list[Mention] = []
            for sentence in filter(str.strip, sentences):
                heading = _heading(sentence, heading)
                reader.thread.heading = category_in(heading)
                own = list(reader.read(sentence, cut))
                name_in_row(own)
                name_by_heading(own, heading)
                sum_rows(sentence, own)
                own = with_totals(own)
                budget_beside_income(own)
                income_that_is_adjusted(own)
                part_by_years(own)
                mark_items(own)
                mark_row(sentence, own)
                share_verb(sentence, own)
                mark_spent_of_source(sentence, own)
                break_down_by_sum(own)
                own = sum_into_budget(own)
                settle_categories(own)
                mark_cost(own, cost_of_sentence(sentence) or cost_in(clauses.topic(heading)))
                read.extend(own)
                cut = ""
            read = lead_sums(sum_up(read))
            nest(read)
            name_sum(read)
            name_parts(read)
            move_to_their_sum(read)
            spend_up_to_rest(read)
            set_apart(read)
            settle(read)
            found.extend(read)
        else:
            reader = None
            heading = next(filter(_HEADING.match, reversed(sentences)), heading)
        before = row
    share_out(found)
    itemise(found)
    settle_headings(found)
    name_by_number(found)
    doubt_bare_totals(found, (cell.text for _, cell in cells))
    return found


def _reader(row: Row, cell: Cell, subjects: Subjects, before: Sentences | None) -> Sentences:
    """A reader of the next paragraph; 其中 at its beginning refers to the paragraph right `before` where that ends with
    an amount of which no word says what it is."""
    unclear = before.thread.unclear if before is not None else None
    return Sentences(Thread(row, cell, subjects, unclear=unclear), PointsReader())


def _cut_sentence(before: Row, row: Row) -> str:
    """The unfinished sentence of the paragraph before, when a page break has cut it and `row` goes on with it, or the
    label there, when `row` holds nothing but its figure."""
    is_label = follows(before, row) and cell_figure(row.text.rstrip("。")) is not None and context_at_end(before.text)
    return re.split(r"[。！？]", before.text)[-1] if is_label or goes_on(before, row) else ""


def _cuts_figure(before: Row, row: Row) -> bool:
    """Whether a line break has cut a figure in two: 1 | 542.45万元."""
    return bool(follows(before, row) and _FIGURE_OPEN.search(before.text) and _FIGURE_GOES_ON.match(row.text))


def _cuts_points(before: Row, row: Row) -> bool:
    """Whether a line break has cut points that no 分 ends: 总分 9 | 7.5."""
    return bool(_POINTS_OPEN.search(before.text) and _POINTS_GO_ON.match(row.text) and _cuts_figure(before, row))


def _heading(sentence: str, heading: str) -> str:
    """The numbered heading above the next sentence: （一）基本支出情况."""
    return sentence if _HEADING.match(sentence) else heading
