"""Entry point of the dashboard: `streamlit run dashboard/app.py` with JIXIAO_HOME naming the home to show.

The pages lie in `views/`: a folder called `pages` would make Streamlit run them without this script.
"""

from __future__ import annotations

import sys
from pathlib import Path

import streamlit as st

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # Streamlit puts only this folder on the path

from dashboard import filters, formats, i18n, layout, published
from dashboard.access import NothingPublished, QueryFailed
from dashboard.i18n import _

ICON = Path(__file__).with_name("icon.svg")
STYLE = Path(__file__).with_name("style.css")


def main() -> None:
    """Lay out what all pages share, then run the page."""
    i18n.use(st.session_state.get("lang") or st.query_params.get("lang"))
    st.set_page_config(page_title=_("app.title"), page_icon=str(ICON), layout="wide")
    st.html(STYLE)
    with st.sidebar:
        st.segmented_control(
            "语言 Language",
            list(i18n.LANGUAGES),
            default=i18n.DEFAULT,
            key="lang",
            bind="query-params",
            required=True,
            on_change=filters.keep_through_language_change,
        )
    i18n.use(st.session_state["lang"])
    pages = [
        st.Page("views/overview.py", title=_("overview.title"), icon=":material/dashboard:", default=True),
        st.Page(
            "views/execution/page.py", title=_("execution.title"), icon=":material/payments:", url_path="execution"
        ),
        st.Page("views/scores/page.py", title=_("scores.title"), icon=":material/scoreboard:", url_path="scores"),
        st.Page("views/review/page.py", title=_("review.title"), icon=":material/fact_check:", url_path="review"),
        st.Page("views/sql/page.py", title=_("sql.title"), icon=":material/database:", url_path="sql"),
        st.Page(
            "views/dictionary/page.py", title=_("dictionary.title"), icon=":material/menu_book:", url_path="dictionary"
        ),
        st.Page("views/intake/page.py", title=_("intake.title"), icon=":material/inbox:", url_path="intake"),
        st.Page("views/project/page.py", title=_("project.title"), icon=":material/description:", url_path="project"),
    ]
    page = st.navigation(pages)
    if published.home().holds_samples:
        st.info(_("app.samples"), icon=":material/science:")
    try:
        show(page)
    except NothingPublished:
        st.title(_("empty.title"))
        st.markdown(_("empty.what_to_do", inbox=formats.plain(published.home().inbox)))
    except QueryFailed as failure:
        st.error(_("app.failed", reason=formats.plain(failure)))


def show(page: st.Page) -> None:
    """The page on the published generation, with the filters beside it."""
    generation = published.generation()
    layout.follow()
    with st.sidebar:
        st.session_state["filters"] = filters.sidebar()
        st.caption(_("app.generation", time=generation.published_at.astimezone().strftime("%Y-%m-%d %H:%M")))
    page.run()


main()
