"""The time that the figures of a sentence are of: a year, or a time that is not the report's (上年, 上半年)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.forms.prose import clauses
from ingest.lexicon.phrases.facts import is_of_other_time

_YEAR = re.compile(r"(20\d\d)\s*年")
_YEAR_ALONE = re.compile(r"(?:^|[，,；;。：:])\s*(20\d\d)\s*年度?\s*[，,][^，,]*$")
_SPAN_ALONE = re.compile(
    r"(?:^|[；;。])\s*20\d\d\s*年?度?\s*[-—–~～至到]+\s*20\d\d\s*年度?(?:期间|间)?\s*[，,][^，,；;]*(?:[，,][^，,；;]*)?$"
)
"""Several years that a sentence begins with: 2021—2023年，…"""
_ONE_YEAR = re.compile(r"20\d\d\s*年|[本当今]年")
AS_OF = re.compile(r"截[止至]\s*(20\d\d)\s*年")
_SEVERAL_YEARS = re.compile(
    r"[二三四五两]个?年(?:[共总]|合计|累计)|20\d\d\s*年?\s*[-—~～至到]+\s*20\d\d\s*年(?=.*(?:总|(?<!公)共|[合累]计))"
)
_CARRIED_OVER = re.compile(r"20\d\d年(?:度|末|底)*(?:结转|结余)")
_COMPARED = re.compile(r"(?:[较比与]|相较)于?\s*(?:上年|去年|上一年|往年|同期|20\d\d\s*年)|同比")
_OWN_YEAR = re.compile(r"[；;。]|20\d\d\s*年|[本今当全]年|年[初中末底]|年度")
_OWN_TIME = re.compile(
    r"[；;。]|20\d\d\s*年|截[止至]|[本今当全]年|年[初中末底]|(?<!\d)12\s*月|调整后|预算总额|总预算|年度|累计|[合共总]计|[）)]"
)


@dataclass(slots=True)
class Times:
    """Goes along the figures of a sentence. `year` and `is_other` are of the figure read last; `lasting` and `until`
    (what ends another time) hold for those behind it that say nothing themselves: a time to which something is only
    compared does not last."""

    year: int | None = None
    is_other: bool = False
    lasting: int | None = None
    until: re.Pattern[str] | None = None

    def read(self, before: str, about: str, between: str) -> None:
        """The next figure: the words before it, those of its own clause, and all behind the figure before it."""
        may_name = "20" in about or "20" in before
        named = (_YEAR.findall(about) or AS_OF.findall(before) or _YEAR_ALONE.findall(before)) if may_name else []
        words = clauses.clause_group(before)
        earlier, _, own = words.rpartition("，")
        is_compared = bool(_COMPARED.search(words))
        is_earlier = is_of_other_time(own) or (
            is_of_other_time(earlier) and not (_COMPARED.search(earlier) and _OWN_TIME.search(own))
        )
        is_of_span = may_name and not _ONE_YEAR.search(about) and _SPAN_ALONE.search(before)
        is_of_years = _is_of_several_years(words) or bool(is_of_span)
        lasts = self.until is not None and not self.until.search(between)
        self.year = int(named[-1]) if named else self.lasting
        self.is_other = is_earlier or is_of_years or lasts
        if not is_compared and not _CARRIED_OVER.search(about):
            self.lasting = self.year
        if not self.is_other or is_compared:
            self.until = None
        elif not lasts or is_earlier or is_of_years:
            self.until = _OWN_YEAR if is_of_years else _OWN_TIME


def _is_of_several_years(words: str) -> bool:
    """Whether words speak of all that several years come to: 三年共安排, 实施期2021-2023年，总预算."""
    several = _SEVERAL_YEARS.search(words) if "年" in words else None
    return several is not None and not _YEAR.search(words, several.end())
