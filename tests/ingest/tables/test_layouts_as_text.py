"""The same form gives the same facts on its grid and in every shape of text that keeps its cells."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ingest.document import Document
from ingest.extract import extract
from ingest.records import Extraction
from support import departments, districts, hands, provinces, texts
from support.texts import Form
from support.told import indicators, money, targets, total

FORMS = {
    name.lower(): form
    for module in (provinces, departments, districts, hands)
    for name, form in vars(module).items()
    if name.isupper()
}


def facts(found: Extraction) -> list[object]:
    reports = [
        (r.form, r.project_name, r.organization_name, r.title_year, r.goal_text, r.completion_text, r.grade)
        for r in found.reports
    ]
    lines = [(line.line_label, line.line_kind, line.parent_line_no) for line in found.funding_lines]
    weights = [(row.level1_weight, row.level2_weight) for row in found.indicators]
    return [reports, lines, money(found), indicators(found), targets(found), weights, total(found)]


def figures(found: Extraction) -> list[object]:
    return [list(money(found).values()), indicators(found), targets(found), total(found)]


def reasons(found: Extraction) -> list[str | None]:
    return [row.deduction_reason for row in found.indicators]


def test_there_are_forms() -> None:
    assert len(FORMS) >= 20


@pytest.mark.parametrize("shape", [texts.as_rows, texts.as_padded_rows, texts.as_cells, texts.as_markdown])
@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_same_facts(form: Form, shape: Callable[[Form], Document]) -> None:
    found, whole = extract(shape(form)), extract(texts.on_grid(form))
    assert facts(found) == facts(whole)
    assert reasons(found) == reasons(whole)


@pytest.mark.parametrize("shape", [texts.as_pipes, texts.as_paragraphs, texts.as_spaced_rows])
@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_what_the_shape_has_lost_is_told_and_never_guessed(form: Form, shape: Callable[[Form], Document]) -> None:
    """Where merged cells leave not even a blank, a heading of several rows cannot be put together again, and where
    cells are paragraphs most tables cannot."""
    found, whole = extract(shape(form)), extract(texts.on_grid(form))
    if figures(found) == figures(whole):
        return
    assert not found.reports or found.unplaced or any(notice.kind == "not_understood" for notice in found.notices)
    printed = {(a.measure, a.number, a.unit) for a in whole.amounts}
    assert {(a.measure, a.number, a.unit) for a in found.amounts if a.is_line_cell} <= printed
    scored = {(row.level3, row.weight, row.score) for row in whole.indicators}
    assert {(row.level3, row.weight, row.score) for row in found.indicators} <= scored
