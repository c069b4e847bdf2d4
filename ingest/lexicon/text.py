"""Folding of printed text, so that variants of one word compare equal."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_CHINESE = r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef“”‘’]"
_BETWEEN_CHINESE = re.compile(rf"(?<={_CHINESE})[ \t\u3000\u00a0]+(?={_CHINESE})")
_CODE_BEFORE = re.compile(r"^(?!20\d\d\D)\d{3,}[\dA-Z]*\s*[-—－_]+\s*(?=[\u4e00-\u9fff“《])")
_CODE_BEHIND = re.compile(r"(?<=[\u4e00-\u9fff”》])\s*[\[【(（]\d{3,}[\dA-Z]*[\]】)）]$")
_BREAKS = re.compile(r"[ \t\u3000\u00a0]*[\r\n\v\f]+[ \t\u3000\u00a0]*")
_MARKS = re.compile(r"(?<=[\u4e00-\u9fff()%])([①-⑳⁰¹²³⁴-⁹]+)")
_LETTERS = re.compile(r"[^\W_]+")


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """`text` without white space, full-width letters, digits and brackets as half-width: for comparing only."""
    return squeeze(normal(text))


def normal(text: str) -> str:
    """`text` in Unicode's form NFKC, but that the mark of a note behind a word (执行数①) is made no digit of it. Most
    text holds nothing to normalise but full-width punctuation, and replacing that first costs a tenth."""
    if text.isascii() or unicodedata.is_normalized("NFKC", text):
        return text
    text = text.replace("，", ",").replace("：", ":").replace("；", ";").replace("！", "!").replace("？", "?")
    text = text.replace("（", "(").replace("）", ")").replace("％", "%")
    if unicodedata.is_normalized("NFKC", text):
        return text
    parts = _MARKS.split(text)
    parts[::2] = [unicodedata.normalize("NFKC", part) for part in parts[::2]]
    return "".join(parts)


def squeeze(text: str) -> str:
    """`text` without any white space, all else verbatim."""
    if not text.isascii():
        text = text.replace("\u200b", "").replace("\ufeff", "")
    return "".join(text.split())


def without_start(text: str, start: re.Pattern[str]) -> str:
    """`text` without what `start` matches at its beginning."""
    match = start.match(text)
    return text[match.end() :] if match else text


def letters(text: str) -> str:
    """`text` without anything but letters and digits. Replacing the usual marks first costs half."""
    for mark in ",。、;:()":
        text = text.replace(mark, "")
    return text if text.isalnum() else "".join(_LETTERS.findall(text))


@lru_cache(maxsize=8192)
def tidy(text: str | None) -> str | None:
    """`text` verbatim but for line breaks and white space between Chinese characters; None for an empty text."""
    if text is None:
        return None
    words = text.split()
    if len(words) < 2:
        return words[0] if words else None
    joined = _BREAKS.sub("", text.strip())
    return _BETWEEN_CHINESE.sub("", joined).strip() or None


def without_code(name: str) -> str:
    """A name without the code that a budget system prints before or behind it: 219001-某局, 某局[312001]."""
    return _CODE_BEHIND.sub("", _CODE_BEFORE.sub("", name))
