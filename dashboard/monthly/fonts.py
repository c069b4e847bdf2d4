"""The fonts that set Chinese text."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import typst

SERIF, SANS = "Noto Serif CJK SC", "Noto Sans CJK SC"


class FontsMissing(Exception):
    """A font that Chinese text needs is not installed."""


@cache
def installed() -> typst.Fonts:
    """The machine's fonts, looked through once. Raises `FontsMissing`: without them there would be boxes."""
    import typst

    fonts = typst.Fonts()
    missing = {SERIF, SANS} - set(fonts.families())
    if missing:
        raise FontsMissing(
            f"Chinese text cannot be set without the fonts {' and '.join(sorted(missing))}; "
            "install them (Debian: apt install fonts-noto-cjk) and try again"
        )
    return fonts
