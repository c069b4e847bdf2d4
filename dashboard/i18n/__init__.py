"""The words of the dashboard, in Chinese and English.

Message ids are symbolic (`overview.title`); both languages are gettext catalogues, read as they are (`.po`).
"""

from __future__ import annotations

from contextvars import ContextVar
from functools import cache
from pathlib import Path

from babel.messages.pofile import read_po

from ingest.bilingual import halves

LANGUAGES = {"中文": "zh", "English": "en"}
"""The languages by their own names, which are also what the URL holds."""
DEFAULT = "中文"

_FOLDERS = {"zh": "zh_CN", "en": "en"}

_language: ContextVar[str] = ContextVar("language", default=LANGUAGES[DEFAULT])


def use(name: str | None) -> None:
    """Speak the language of this name from here on, in this run of the script; an unknown one means Chinese."""
    _language.set(LANGUAGES.get(name or DEFAULT, LANGUAGES[DEFAULT]))


def language() -> str:
    """The language being spoken: zh or en."""
    return _language.get()


@cache
def catalogue(language: str) -> dict[str, str]:
    """All messages of a language by id."""
    path = Path(__file__).parent / _FOLDERS[language] / "LC_MESSAGES" / "jixiao.po"
    with path.open("rb") as file:
        return {str(message.id): str(message.string) for message in read_po(file) if message.id}


def _(message_id: str, **values: object) -> str:
    """The message in the language spoken, with `values` put in its {places}."""
    return catalogue(language())[message_id].format(**values)


def half(reason: str | None) -> str | None:
    """The half of a reason given as "Chinese / English" that is in the language spoken; any other reason is whole.

    What a reason quotes stands in its Chinese half and may hold the separator, so the last one counts.
    """
    if reason is None:
        return None
    chinese, _separator, english = reason.rpartition(" / ")
    if chinese.isascii():
        return reason
    return {"zh": chinese, "en": english}[language()]


def of_notice(notice: str) -> str:
    """The half of a notice that is in the language spoken, with what it is about."""
    chinese, english = halves(notice)
    return {"zh": chinese, "en": english}[language()]


def has_words(kind: str, value: str) -> bool:
    """Whether the catalogues have words for a value of a closed list."""
    return f"{kind}.{value}" in catalogue(language())


def term(kind: str, value: str | None) -> str:
    """A value of one of the marts' closed lists in words; one that has no words yet is shown as it is."""
    if value is None:
        return "—"
    return catalogue(language()).get(f"{kind}.{value}", value)
