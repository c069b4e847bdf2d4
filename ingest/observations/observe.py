"""Everything that is observed in one report, once its figures are read."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.forms.layout import Row
from ingest.forms.reading import Reading
from ingest.observations import goals
from ingest.observations.attachments import listed_attachments
from ingest.observations.blanks import blank_fields
from ingest.observations.issue_places import issue_places
from ingest.observations.leftovers import leftovers
from ingest.observations.names import name_variants
from ingest.observations.passages import passages
from ingest.observations.projects import named_projects
from ingest.observations.ratios import text_ratios
from ingest.observations.sentences import sentences
from ingest.records import Extraction, Report


def observe(reading: Reading, report: Report, rows: Sequence[Row], extraction: Extraction) -> None:
    """Append the observations of one report to `extraction`. A project of a list is one row: it has no prose."""
    if reading.entry is not None:
        return
    report_no = report.report_no
    prose = list(sentences(reading.texts))
    parts = [part for sentence in prose for part in sentence.parts()]
    goal, done = reading.goal_places
    likeness = goals.goal_likeness(report_no, goal, done)
    extraction.text_ratios.extend(text_ratios(report_no, parts))
    extraction.goal_quantities.extend(goals.goal_quantities(report_no, goal, done))
    extraction.goal_likenesses.extend([likeness] if likeness else [])
    extraction.passages.extend(passages(report_no, prose))
    extraction.leftovers.extend(leftovers(report_no, reading))
    extraction.blank_fields.extend(blank_fields(report_no, reading.rows))
    extraction.listed_attachments.extend(listed_attachments(report_no, reading, rows))
    extraction.named_projects.extend(named_projects(report_no, parts, _about(report, extraction)))
    extraction.issue_places.extend(issue_places(report_no, reading.answers))
    extraction.name_variants.extend(name_variants(report_no, extraction.report_fields))


def _about(report: Report, extraction: Extraction) -> list[str]:
    """The texts that say what a report is about: its names, goals, funding lines and indicators."""
    report_no = report.report_no
    texts = [report.title, report.goal_text, report.completion_text]
    texts += [field.value_text for field in extraction.report_fields if field.report_no == report_no]
    texts += [line.line_label for line in extraction.funding_lines if line.report_no == report_no]
    texts += [row.level3 for row in extraction.indicators if row.report_no == report_no]
    return [text for text in texts if text]
