"""What is said of several projects above their forms is none of the money of the one whose form comes first."""

from __future__ import annotations

from collections.abc import Container, Sequence

from ingest.forms.prose.mention import Mention
from ingest.lexicon.labels import RATE_MEASURES

_POINTS = frozenset({"total_score", "section_score", "section_weight"})


def leave_several(prose: Sequence[Mention], blocks: Container[int]) -> None:
    """Make the figures in the paragraphs on several projects other amounts and rates; points, and what is of a project
    without a form, cannot be told of which project they are."""
    for mention in prose:
        if mention.evidence.block_no not in blocks:
            continue
        if mention.measure in _POINTS or mention.subject is not None:
            mention.doubt = "project"
        elif mention.measure is not None:
            is_rate = mention.measure in {*RATE_MEASURES, "other_rate"}
            mention.measure = "other_rate" if is_rate else "other_amount"
        mention.category = mention.item = mention.broken_down = mention.anchor = mention.level = None
