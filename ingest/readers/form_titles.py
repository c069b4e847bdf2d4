"""The title that the words of a flattened form begin with."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.lexicon.labels import row_concept
from ingest.lexicon.titles import title_kind

NAMES = frozenset(
    {"project_name", "department_name", "central_department", "organization_name", "person", "project_type"}
)
"""What the labels of a form's head name."""
TITLE_WITHIN = 12
_FORMS = frozenset({"form", "score_sheet"})
_LABEL_WITHIN = 40
_TITLE_WORDS = 3
_BEGINS_TITLE = re.compile(r"[\u4e00-\u9fff“《（(]|20\d\d年")
_LABELLED = re.compile(r"[^\W\d_]{2,10}[:：]")


def title_end(words: Sequence[str]) -> int:
    """How many words the title takes up that a form begins with: up to its first label, or else, where that comes not
    at once, the most that name a form, or a report before a label with its value; 0 where it begins with none."""
    ends = range(1, min(TITLE_WITHIN, len(words)))
    kinds = {end: kind for end in ends if (kind := title_kind(title_of(words[:end]) or ""))}
    behind = (end for end in kinds if row_concept(words[end]) in NAMES)
    of_form = max((end for end, kind in kinds.items() if kind in _FORMS), default=0)
    before_label = (end for end, kind in kinds.items() if kind == "report" and _LABELLED.match(words[end]))
    return next(behind, None) or of_form or next(before_label, 0)


def title_start(words: Sequence[str]) -> int:
    """How many words of something else stand before the title of a form, as what a file says of itself does: the title
    ends right before the first label. 0 where none stands there, or the form begins with its title."""
    label = next((at for at, word in enumerate(words[:_LABEL_WITHIN]) if row_concept(word) in NAMES), 0)
    if not label or title_end(words):
        return 0
    starts = (at for at in range(max(0, label - _TITLE_WORDS), label) if _BEGINS_TITLE.match(words[at]))
    return next((at for at in starts if title_kind(title_of(words[at:label]) or "") in _FORMS), 0)


def title_of(words: Sequence[str]) -> str | None:
    """The title that words make up without the attachment's number before it; None for no words."""
    return "".join(words[int(words[0].startswith("附件")) :]) or None if words else None
