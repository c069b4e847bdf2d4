"""Monthly report: choose a month and a division, look at the bulletin, take it away."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import streamlit as st

from dashboard import address, formats
from dashboard.access import gate
from dashboard.i18n import _, term
from dashboard.layout import choose
from dashboard.monthly import fonts
from dashboard.monthly.bulletin import Bulletin, bulletin_of
from dashboard.monthly.figures import figures_of
from dashboard.monthly.files import Format, file_name, written
from dashboard.monthly.known import NothingKnown
from dashboard.monthly.month import Month
from dashboard.published import generation, home
from dashboard.queries import bulletin as queries

EVERYWHERE = "all"
PREVIEW_HEIGHT = 900
PROGRAMS = {Format.docx: "Word", Format.pdf: "PDF", Format.html: "HTML", Format.xlsx: "Excel"}


def main() -> None:
    """The page from top to bottom."""
    st.title(_("bulletin.title"))
    months = queries.months()
    if not months:
        st.info(_("bulletin.no_month"), icon=":material/calendar_month:")
        return
    month, region, moment = _chosen(months)
    with st.spinner(_("bulletin.making")):
        made = _bulletin(
            str(home().root), generation().id, month, None if region == EVERYWHERE else region, moment == "now"
        )
    if made is None:
        st.info(_("bulletin.nothing", month=month), icon=":material/calendar_month:")
        return
    _show_files(made)
    st.iframe(written(made, Format.html).decode(), height=PREVIEW_HEIGHT, tab_index=0, alt=_("bulletin.preview"))


def _chosen(months: list[str]) -> tuple[str, str, str]:
    """The month, the division and the moment that the URL names."""
    names = dict(queries.divisions().iter_rows())
    of_month, of_region, of_moment = st.columns([1, 2, 2])
    with of_month:
        st.caption(_("bulletin.month"))
        month = choose(_("bulletin.month"), "month", months, str, default=months[0], listed=True)
    with of_region:
        st.caption(_("bulletin.region"))
        region = choose(
            _("bulletin.region"),
            "region",
            [EVERYWHERE, *names],
            lambda code: names.get(code, _("bulletin.everywhere")),
            default=_district_of_the_filters(names),
            listed=True,
        )
    with of_moment:
        st.caption(_("bulletin.moment"), help=_("bulletin.moment_help"))
        moment = choose(
            _("bulletin.moment"), "known", ["then", "now"], lambda name: term("moment", name), default="then"
        )
    return month, region, moment


def _district_of_the_filters(names: Mapping[str, str]) -> str:
    """The one district that the other pages are narrowed to, where it has a bulletin; else everywhere."""
    districts = address.shared().get("district", [])
    return districts[0] if len(districts) == 1 and districts[0] in names else EVERYWHERE


def _show_files(made: Bulletin) -> None:
    """A button for each format; those that need Chinese fonts say where there are none."""
    try:
        fonts.installed()
        can_be_set = True
    except fonts.FontsMissing as missing:
        can_be_set = False
        st.warning(_("bulletin.fonts", reason=formats.plain(missing)))
    with st.container(horizontal=True):
        for form, program in PROGRAMS.items():
            st.download_button(
                program,
                data=partial(written, made, form),
                file_name=file_name(made, form),
                icon=":material/download:",
                key=f"take-{form}",
                on_click="ignore",
                disabled=not can_be_set and form in (Format.docx, Format.pdf),
            )


@st.cache_data(max_entries=20, show_spinner=False)
def _bulletin(root: str, generation_id: str, month: str, region: str | None, as_known_now: bool) -> Bulletin | None:
    """None where nothing is known of the month there; the home and its generation are here for the cache."""
    try:
        return bulletin_of(figures_of(gate(home()), Month.of(month), region, as_known_now=as_known_now))
    except NothingKnown:
        return None


main()
