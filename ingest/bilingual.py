"""Notices are written in both languages at once: "Chinese / English：what they are about"."""

from __future__ import annotations

import re

_NOTICE = re.compile(r"(?P<chinese>.+?) / (?P<english>[ -~]+?)(?P<about>：.*)?", re.DOTALL)


def halves(notice: str) -> tuple[str, str]:
    """A notice in Chinese and in English; what it is about stands in both. One that is in one language is whole in
    both."""
    found = _NOTICE.fullmatch(notice)
    if found is None:
        return notice, notice
    about = found["about"] or ""
    return found["chinese"] + about, found["english"] + about
