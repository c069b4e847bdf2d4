"""Long sentences as digests, so that those of one report can be found word for word in another."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

from ingest.lexicon.text import fold, letters, without_start
from ingest.observations.records import Passage
from ingest.observations.sentences import Sentence

_SHORTEST = 30
_YEAR = re.compile(r"20\d\d年?")
_HEADING = re.compile(r"^\s*[（(]?[一二三四五六七八九十\d]+\s*[)）、.．]\s*")


def passages(report_no: int, prose: Iterable[Sentence]) -> list[Passage]:
    """The long sentences of a report's prose, each once. Years in them do not count: they change with the report."""
    found: dict[str, Passage] = {}
    for sentence in prose:
        if len(sentence.text) < _SHORTEST:
            continue
        plain = letters(_YEAR.sub("", fold(without_start(sentence.text, _HEADING))))
        if len(plain) < _SHORTEST:
            continue
        digest = hashlib.blake2b(plain.encode(), digest_size=16).hexdigest()
        if digest not in found:
            found[digest] = Passage(report_no, len(found) + 1, digest, len(plain), sentence.evidence())
    return list(found.values())
