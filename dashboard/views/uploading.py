"""Streamlit's field for files, whose own words are English alone."""

from __future__ import annotations

import json

import streamlit as st

from dashboard.i18n import _

_FIELD = '[data-testid="stFileUploaderDropzone"]'
_INSIDE = '[data-testid="stFileUploaderDropzoneInstructions"]'


def speak() -> None:
    """Let all fields for files on the page speak the language of the page."""
    choose = json.dumps(_("intake.choose"), ensure_ascii=False)
    drop = json.dumps(_("intake.drop", megabytes=st.get_option("server.maxUploadSize")), ensure_ascii=False)
    st.html(
        f"""<style>
        {_FIELD} button p {{ font-size: 0; }}
        {_FIELD} button p::after {{ font-size: 0.95rem; content: {choose}; }}
        {_FIELD} {_INSIDE} > * {{ display: none; }}
        {_FIELD} {_INSIDE}::after {{ font-size: 0.85rem; content: {drop}; }}
        </style>"""
    )
