"""The places of a report where problems, suggestions or practices are asked for, and whether any are stated there."""

from __future__ import annotations

from collections.abc import Iterable

from ingest.forms.issues import Answer
from ingest.observations.records import IssuePlace


def issue_places(report_no: int, answers: Iterable[Answer]) -> list[IssuePlace]:
    """One record a place, pointing at its first 无, else at where it begins."""
    found: dict[int, IssuePlace] = {}
    for answer in answers:
        evidence = answer.row.evidence(answer.cell)
        place = found.setdefault(
            answer.place_no,
            IssuePlace(report_no, len(found) + 1, answer.kind, answer.place, 0, False, evidence),
        )
        place.item_count += sum(issue.kind == place.kind for issue in answer.issues)
        if answer.says_none and not place.says_none:
            place.says_none, place.evidence = True, evidence
    return list(found.values())
