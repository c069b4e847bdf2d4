"""The filters as a row of buttons above a page, and the way back from what was chosen.

Every widget shows what the URL says and writes to the URL; nothing is kept elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import polars as pl
import streamlit as st

from dashboard import address, formats
from dashboard.components import district_tree
from dashboard.filters import GRADES, Choices, Filters, Span, from_url
from dashboard.i18n import _, term
from dashboard.queries import choices


@dataclass(frozen=True)
class Offered:
    """What there is to choose from, with names: departments by id, districts as rows of a tree."""

    years: list[int]
    districts: pl.DataFrame
    forms: list[str]
    departments: dict[str, str]

    @classmethod
    def now(cls) -> Offered:
        """What the published generation offers."""
        departments = choices.department_choices()
        return cls(
            years=choices.year_choices(),
            districts=choices.district_choices(),
            forms=choices.form_choices(),
            departments=dict(departments.select("department_id", "name").iter_rows()),
        )

    def read(self) -> tuple[Filters, list[str]]:
        """The filters in the URL, and what is wrong with them."""
        districts = set(self.districts["region_code"])
        return from_url(address.whole(), Choices(self.years, districts, self.forms, self.departments))


def show_filters(filters: Filters, offered: Offered) -> None:
    """Draw the row of filters."""
    with st.container(horizontal=True, gap="small", key="filter-bar"):
        with _filter("year", bool(filters.years)):
            _pills("year", offered.years, filters.years, str)
        with _filter("district", bool(filters.districts)):
            _districts(filters, offered)
        with _filter("department", bool(filters.departments)):
            names = offered.departments
            st.session_state["department"] = filters.departments
            st.multiselect(
                term("filter", "department"),
                list(names),
                format_func=lambda key: names.get(key, key),
                key="department",
                placeholder=_("filters.everything"),
                on_change=_put_all,
                args=("department",),
            )
        with _filter("form", bool(filters.forms)):
            _pills("form", offered.forms, filters.forms, lambda form: term("form", form))
        with _filter("score", bool(filters.score or filters.grades)):
            _pills("grade", list(GRADES), filters.grades, lambda grade: term("grade", grade))
            _span("score", filters.score)
        with _filter("rate", bool(filters.rate)):
            _span("rate", filters.rate)
        with _filter("synthetic", filters.synthetic is not None):
            _synthetic(filters)
        if filters:
            st.button(
                _("filters.clear"),
                icon=":material/filter_alt_off:",
                type="tertiary",
                key="clear-filters",
                on_click=address.clear_filters,
            )


def show_trail(filters: Filters, offered: Offered) -> None:
    """Draw the way back: from the district to those above it, and from each other filter to all."""
    if not filters:
        return
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="trail"):
        if filters.districts:
            _district_trail(filters.districts, offered.districts)
        for name, words in _in_words(filters, offered):
            st.button(
                _("filters.set", filter=term("filter", name), value=formats.plain(words)),
                icon=":material/close:",
                icon_position="right",
                type="tertiary",
                key=f"trail-{name}",
                help=_("filters.remove"),
                on_click=address.put,
                args=(name, []),
            )


@contextmanager
def _filter(name: str, is_set: bool) -> Iterator[None]:
    label = term("filter", name)
    with st.popover(
        f"**{label}**" if is_set else label, icon=":material/filter_alt:" if is_set else None, key=f"filter-{name}"
    ):
        yield


def _pills(
    name: str, options: list[int] | list[str], chosen: list[int] | list[str], words: Callable[[Any], str]
) -> None:
    st.session_state[name] = chosen
    st.pills(
        term("filter", name),
        options,
        selection_mode="multi",
        format_func=words,
        key=name,
        on_change=_put_all,
        args=(name,),
    )


def _districts(filters: Filters, offered: Offered) -> None:
    st.caption(_("filters.districts_help"))
    nodes = [
        {
            "code": row["region_code"],
            "name": row["region_name"],
            "parent": row["parent_code"],
            "note": formats.count(row["report_count"]),
        }
        for row in offered.districts.iter_rows(named=True)
    ]
    words = {"search": _("filters.search_district"), "nothing": _("filters.no_district")}
    district_tree(
        {"nodes": nodes, "chosen": filters.districts} | words,
        key="district",
        on_choose=lambda codes: address.put("district", codes),
    )


def _span(name: str, span: Span) -> None:
    """Two bounds, both included; an empty one leaves that end open."""
    st.caption({"score": _("filters.score_help"), "rate": _("filters.rate_help")}[name])
    left, right = st.columns(2)
    for place, end, value in ((left, "least", span.least), (right, "most", span.most)):
        key = f"{name}-{end}"
        st.session_state[key] = value
        place.number_input(
            {"least": _("filters.least"), "most": _("filters.most")}[end],
            min_value=0.0,
            value=None,
            step=1.0,
            format="%g",
            placeholder=_("filters.open_end"),
            key=key,
            on_change=_put_span,
            args=(name,),
        )


def _synthetic(filters: Filters) -> None:
    st.session_state["synthetic"] = next(iter(filters.in_url().get("synthetic", [])), "all")
    st.segmented_control(
        term("filter", "synthetic"),
        ["all", "no", "yes"],
        format_func=lambda value: term("synthetic", value),
        required=True,
        key="synthetic",
        help=_("filters.synthetic_help"),
        on_change=_put_synthetic,
    )


def _district_trail(chosen: list[str], districts: pl.DataFrame) -> None:
    rows = {row["region_code"]: row for row in districts.iter_rows(named=True)}
    path = [rows[chosen[0]]] if len(chosen) == 1 else []
    while path and path[0]["parent_code"] in rows:
        path.insert(0, rows[path[0]["parent_code"]])
    st.button(_("filters.all_districts"), type="tertiary", key="trail-all", on_click=address.put, args=("district", []))
    for row in path[:-1]:
        st.markdown("›", width="content")
        code = row["region_code"]
        st.button(
            row["region_name"], type="tertiary", key=f"trail-{code}", on_click=address.put, args=("district", [code])
        )
    st.markdown("›", width="content")
    here = path[-1]["region_name"] if path else "、".join(rows[code]["region_name"] for code in chosen)
    st.markdown(f"**{formats.plain(here)}**", width="content")


def _in_words(filters: Filters, offered: Offered) -> Iterator[tuple[str, str]]:
    """What is chosen besides districts, by the filter's name."""
    lists = {
        "year": [str(year) for year in filters.years],
        "department": [offered.departments[key] for key in filters.departments],
        "form": [term("form", form) for form in filters.forms],
        "grade": [term("grade", grade) for grade in filters.grades],
        "score": [_between(filters.score, "")] if filters.score else [],
        "rate": [_between(filters.rate, "%")] if filters.rate else [],
        "synthetic": [term("synthetic", value) for value in filters.in_url().get("synthetic", [])],
    }
    for name, words in lists.items():
        if len(words) > 3:
            yield name, _("filters.and_more", first=words[0], count=len(words))
        elif words:
            yield name, _("filters.comma").join(words)


def _between(span: Span, sign: str) -> str:
    least, most = (None if end is None else f"{end:g}{sign}" for end in (span.least, span.most))
    if most is None:
        return f"≥ {least}"
    return f"≤ {most}" if least is None else f"{least} – {most}"


def _put_all(name: str) -> None:
    address.put(name, [str(value) for value in st.session_state[name]])


def _put_span(name: str) -> None:
    ends = [st.session_state[f"{name}-{end}"] for end in ("least", "most")]
    if None not in ends:
        ends.sort()
    span = Span(*ends)
    address.put(name, [str(span)] if span else [])


def _put_synthetic() -> None:
    value = st.session_state["synthetic"]
    address.put("synthetic", [] if value == "all" else [value])
