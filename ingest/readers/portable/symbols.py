"""Tick boxes of symbol fonts, at their codes in the private use area."""

from __future__ import annotations

SYMBOLS = {
    0xF0FE: "☑", 0xF052: "☑", 0xF053: "☑", 0xF0FD: "☒", 0xF054: "☒",
    0xF0A8: "□", 0xF06F: "□", 0xF0A3: "□", 0xF02A: "□", 0xF06E: "■", 0xF0FC: "√", 0xF050: "√",
}  # fmt: skip
SYMBOL_CODES = frozenset(code & 0xFF for code in SYMBOLS)
"""Where a symbol font may have them instead, in place of letters."""


def is_symbol_font(name: str) -> bool:
    """Whether a font's name is that of one with symbols in place of letters."""
    return any(part in name.lower() for part in ("wingdings", "webdings"))
