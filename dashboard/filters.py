"""The filters that all pages share. They live in the URL, so a pasted link opens the same view."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl
import streamlit as st

from dashboard.i18n import _, term
from dashboard.queries import choices


@dataclass(frozen=True)
class Filters:
    """What the viewer chose; an empty list means everything. A district stands for all that lies in it."""

    years: list[int]
    districts: list[str]
    forms: list[str]
    departments: list[str]

    def parameters(self) -> dict[str, list[int] | list[str]]:
        """The filters as named parameters of the queries."""
        return {
            "years": self.years,
            "districts": self.districts,
            "forms": self.forms,
            "departments": self.departments,
        }

    @property
    def by_place_and_time_only(self) -> bool:
        """Whether the aggregates, which know districts and years only, can answer."""
        return not self.forms and not self.departments


KEYS = ("lang", "year", "district", "form", "department")


def sidebar() -> Filters:
    """Draw the filters and say what they are set to."""
    districts = _names(choices.district_choices(), "region_code")
    departments = _names(choices.department_choices(), "department_id")
    st.markdown(f"**{_('filters.heading')}**")
    everything = _("filters.everything")
    return Filters(
        years=st.multiselect(
            _("filters.years"), choices.year_choices(), key="year", bind="query-params", placeholder=everything
        ),
        districts=st.multiselect(
            _("filters.districts"),
            list(districts),
            format_func=lambda code: districts.get(code, code),
            key="district",
            bind="query-params",
            placeholder=everything,
            help=_("filters.districts_help"),
        ),
        forms=st.multiselect(
            _("filters.forms"),
            choices.form_choices(),
            format_func=lambda form: term("form", form),
            key="form",
            bind="query-params",
            placeholder=everything,
        ),
        departments=st.multiselect(
            _("filters.departments"),
            list(departments),
            format_func=lambda key: departments.get(key, key),
            key="department",
            bind="query-params",
            placeholder=everything,
        ),
    )


def keep_through_language_change() -> None:
    """Form names are translated and the widget remembers names: hand it the forms themselves over the change."""
    if "form" in st.session_state:
        st.session_state["form"] = list(st.session_state["form"])


def _names(found: pl.DataFrame, key: str) -> dict[str, str]:
    return dict(found.select(key, "name").iter_rows())
