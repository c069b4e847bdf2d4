"""The indicator that the page is about, and indicators in words."""

from __future__ import annotations

from collections.abc import Mapping

from dashboard import address, formats, i18n

INDICATOR = "indicator"
"""The name under which the indicator stands in the URL."""


def name_column() -> str:
    """The column that names indicators in the language spoken."""
    return "indicator_en" if i18n.language() == "en" else "indicator"


def indicator_name(row: Mapping[str, object]) -> str:
    """An indicator in the language spoken."""
    return formats.text(row.get(name_column()) or row["indicator"])


def pick_indicator(indicator: str) -> None:
    """Ask for the rows of an indicator; to be called from a callback."""
    address.put(INDICATOR, [indicator])
