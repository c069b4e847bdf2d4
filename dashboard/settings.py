"""How the pages speak and count: the language and the unit of money, which stand in the URL."""

from __future__ import annotations

import streamlit as st

from dashboard import address, formats, i18n
from dashboard.i18n import _, term


def apply() -> None:
    """Speak the language and count in the unit that the URL names. Every run of a script or fragment begins so."""
    i18n.use(st.query_params.get(address.LANGUAGE))
    formats.count_in(st.query_params.get(address.UNIT))


def show() -> None:
    """Draw the switches."""
    language = next(name for name, code in i18n.LANGUAGES.items() if code == i18n.language())
    st.session_state["lang"] = language
    st.segmented_control(
        "语言 Language", list(i18n.LANGUAGES), key="lang", required=True, on_change=_put, args=(address.LANGUAGE,)
    )
    st.session_state["unit"] = formats.unit()
    st.segmented_control(
        _("unit.label"),
        list(formats.UNITS),
        format_func=lambda name: term("unit", name),
        key="unit",
        required=True,
        on_change=_put,
        args=(address.UNIT,),
    )


def _put(name: str) -> None:
    address.put(name, [st.session_state[name]])
