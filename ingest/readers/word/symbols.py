"""Characters of symbol fonts as the Unicode characters that look like them.

Ticks and boxes become the four that forms are read by: ☑ (ticked box), □ (empty box), √ and ×. A crossed box stays ☒.
What has no look-alike here keeps its private code, so that nothing is dropped and no letter is taken for text.
"""

from __future__ import annotations

from collections.abc import Iterable


def _run(first: int, characters: Iterable[str]) -> dict[int, str]:
    return dict(enumerate(characters, start=first))


_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩"
_CIRCLED_BLACK = "❶❷❸❹❺❻❼❽❾❿"
_WINGDINGS = {
    **_run(0x6C, "●❍■□□□□"),
    **_run(0x75, "◆❖"),
    0x78: "☒",
    **_run(0x81, _CIRCLED),
    **_run(0x8C, _CIRCLED_BLACK),
    **_run(0x9E, "·•"),
    **_run(0xA1, "○○○◉◎○▪□"),
    0xAB: "★",
    0xD8: "➢",
    **_run(0xDF, "←→↑↓"),
    **_run(0xE7, "←→↑↓"),
    **_run(0xFB, "×√☒☑"),
}
_WINGDINGS_2 = {
    **_run(0x4F, "×√☒☑☒☒"),
    **_run(0x6A, _CIRCLED),
    **_run(0x75, _CIRCLED_BLACK),
    **_run(0x95, "··●●○○○◉◉◉"),
    **_run(0xA0, "▪■■□□□□□▣"),
}
_WINGDINGS_3 = {**_run(0x21, "←→↑↓"), **_run(0x66, "←→↑↓"), **_run(0x70, "▲▼△▽◀▶◁▷")}
_WEBDINGS = {0x61: "√", 0x63: "□", 0x67: "■", 0x6E: "●", 0x72: "×"}
_SYMBOL = {
    **{code: chr(code) for code in range(0x20, 0x40)},
    0x2D: "−",
    **_run(0x41, "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"),
    **_run(0x61, "αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"),
    **_run(0xA1, "ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…"),
    0xD6: "√",
    0xD7: "⋅",
}
_TABLES = {
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "wingdings 3": _WINGDINGS_3,
    "webdings": _WEBDINGS,
    "symbol": _SYMBOL,
}
_ANY_FONT = {**_SYMBOL, **_WINGDINGS}
_PRIVATE = 0xF000


def is_symbol_font(font: str | None) -> bool:
    """Whether the letters of a font are printed as symbols."""
    return font is not None and font.strip().lower() in _TABLES


def symbol(font: str | None, code: int) -> str:
    """What the character `code` of a font looks like."""
    is_private = _PRIVATE <= code <= _PRIVATE + 0xFF
    low = code - _PRIVATE if is_private else code
    table = _TABLES.get(font.strip().lower()) if font else None
    if low > 0xFF or (table is None and not is_private):
        return chr(code) if code < 0xD800 or 0xE000 <= code <= 0x10FFFF else ""
    if low == 0x20:
        return " "
    return (_ANY_FONT if table is None else table).get(low, chr(_PRIVATE + low))


def replace_symbols(text: str, font: str | None) -> str:
    """Text of a run in `font` with its symbols as they look."""
    return "".join(symbol(font, ord(character)) for character in text)
