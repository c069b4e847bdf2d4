"""Statements to begin with: the cookbook, and what a person has kept."""

from __future__ import annotations

import streamlit as st

from dashboard import i18n, saved_queries
from dashboard.cookbook import recipes
from dashboard.i18n import _
from dashboard.published import home
from dashboard.views.sql import editor


def show_library() -> None:
    """Pick a recipe or a kept statement, keep the present one."""
    found = {recipe.name: recipe for recipe in recipes()}
    title = f"title_{i18n.language()}"
    st.selectbox(
        _("sql.cookbook"),
        list(found),
        format_func=lambda name: getattr(found[name], title),
        index=None,
        key="recipe",
        placeholder=_("sql.cookbook_placeholder"),
        on_change=_put_recipe,
    )
    with st.expander(_("sql.kept"), icon=":material/bookmark:"):
        owner = st.text_input(_("sql.owner"), key="query_owner", persist_state="session")
        if not owner.strip():
            st.caption(_("sql.owner_help"))
            return
        kept = saved_queries.read(home(), owner)
        for name, statement in kept.items():
            left, right = st.columns([5, 1])
            left.button(name, key=f"kept-{name}", on_click=editor.put, args=(statement,), width="stretch")
            right.button(
                "",
                key=f"forget-{name}",
                icon=":material/delete:",
                help=_("sql.forget"),
                on_click=saved_queries.forget,
                args=(home(), owner, name),
            )
        name = st.text_input(_("sql.name"), key="query_name")
        st.button(_("sql.keep"), disabled=not name.strip(), on_click=_keep, args=(owner, name))


def _put_recipe() -> None:
    picked = st.session_state["recipe"]
    if picked:
        editor.put(next(recipe.sql for recipe in recipes() if recipe.name == picked))


def _keep(owner: str, name: str) -> None:
    statement = editor.statement()
    saved_queries.keep(home(), owner, name.strip(), statement)
    st.session_state["query_name"] = ""
