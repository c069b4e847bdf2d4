"""What words that end in the name of a figure say that it is."""

from __future__ import annotations

import re

from ingest.lexicon.phrases.facts import is_no_fact
from ingest.lexicon.phrases.money import MONEY_PATTERNS, is_of_other_subject
from ingest.lexicon.phrases.rates import RATE_PATTERNS

_OTHER_MEASURES = frozenset({"other_amount", "other_rate"})
_SCORE_AT_END = re.compile(r"(?:得分|评分|总分|自评|自评得)$")


def context_at_end(words: str) -> str | None:
    """money, rate or score where words end in the name of such a figure of this budget; None for any others."""
    if is_of_other_subject(words) or is_no_fact(words, ""):
        return None
    if _SCORE_AT_END.search(words):
        return "score"
    ends = [
        (match.end(), match.end() - match.start(), None if measure in _OTHER_MEASURES else kind)
        for kind, patterns in (("money", MONEY_PATTERNS), ("rate", RATE_PATTERNS))
        for measure, pattern in patterns
        for match in pattern.finditer(words)
    ]
    last = max(ends, key=lambda end: end[:2], default=(-1, 0, None))
    return last[2] if last[0] == len(words) else None
