"""Entry point of the dashboard: `streamlit run dashboard/app.py` with JIXIAO_HOME naming the home to show.

The pages lie in `views/`: a folder called `pages` would make Streamlit run them without this script.
"""

from __future__ import annotations

import sys
from pathlib import Path

import streamlit as st

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # Streamlit puts only this folder on the path

from dashboard import address, filter_bar, formats, layout, published, settings
from dashboard.access import NothingPublished, QueryFailed
from dashboard.i18n import _
from dashboard.views.search import box

ICON = Path(__file__).with_name("icon.svg")
INTAKE = "intake"
OVERVIEW = "overview"
STYLE = Path(__file__).with_name("style.css")
# The pages, by their path, that show what is chosen.
FILTERED = {"", OVERVIEW, "execution", "scores", "regions", "review", "project"}


def main() -> None:
    """Lay out what all pages share, then run the page."""
    settings.apply()
    st.set_page_config(page_title=_("app.title"), page_icon=str(ICON), layout="wide")
    st.html(STYLE)
    pages = [
        st.Page("views/overview/page.py", title=_("overview.title"), icon=":material/dashboard:", default=True),
        st.Page(
            "views/execution/page.py", title=_("execution.title"), icon=":material/payments:", url_path="execution"
        ),
        st.Page("views/scores/page.py", title=_("scores.title"), icon=":material/scoreboard:", url_path="scores"),
        st.Page("views/regions/page.py", title=_("regions.title"), icon=":material/grid_view:", url_path="regions"),
        st.Page("views/review/page.py", title=_("review.title"), icon=":material/fact_check:", url_path="review"),
        st.Page("views/bulletin/page.py", title=_("bulletin.title"), icon=":material/newspaper:", url_path="bulletin"),
        st.Page("views/sql/page.py", title=_("sql.title"), icon=":material/database:", url_path="sql"),
        st.Page(
            "views/dictionary/page.py", title=_("dictionary.title"), icon=":material/menu_book:", url_path="dictionary"
        ),
        st.Page("views/search/page.py", title=_("search.title"), icon=":material/search:", url_path="search"),
        st.Page("views/intake/page.py", title=_("intake.title"), icon=":material/inbox:", url_path=INTAKE),
        st.Page("views/project/page.py", title=_("project.title"), icon=":material/description:", url_path="project"),
    ]
    # The first page has no path of its own; an address that names it opens it as well.
    named = st.Page("views/overview/page.py", title=_("overview.title"), url_path=OVERVIEW, visibility="hidden")
    page = st.navigation([*pages, named], position="hidden")
    with st.sidebar:
        box.show_box()
        for other in pages:
            st.page_link(other, query_params=address.shared())
        settings.show()
    if published.home().holds_samples:
        st.info(_("app.samples"), icon=":material/science:")
    try:
        show(page, {other.url_path: other for other in [*pages, named]})
    except NothingPublished:
        if page.url_path == INTAKE:
            page.run()
            return
        st.title(_("empty.title"))
        st.markdown(_("empty.what_to_do", inbox=formats.plain(published.home().inbox)))
        st.page_link("views/intake/page.py", label=_("empty.upload"), icon=":material/upload_file:")
    except QueryFailed as failure:
        st.error(_("app.failed", reason=formats.plain(failure)))


def show(page: st.Page, pages: dict[str, st.Page]) -> None:
    """The page on the published generation, with the filters above it."""
    generation = published.generation()
    layout.follow()
    st.session_state["_page"] = page.url_path
    with st.sidebar:
        st.caption(_("app.generation", time=generation.published_at.astimezone().strftime("%Y-%m-%d %H:%M")))
    offered = filter_bar.Offered.now()
    chosen, problems = offered.read()
    st.session_state["filters"] = chosen
    origin = pages.get(st.query_params.get(address.ORIGIN, page.url_path))
    if origin is not None and origin != page:
        st.page_link(
            origin,
            label=_("app.back", page=origin.title),
            icon=":material/arrow_back:",
            query_params=address.shared(),
        )
    if page.url_path in FILTERED:
        filter_bar.show_filters(chosen, offered)
        filter_bar.show_trail(chosen, offered)
    if problems:
        st.warning("  \n".join(map(formats.plain, problems)))
    page.run()
    if published.CUT in st.session_state:
        st.warning(_("frame.truncated", count=formats.count(st.session_state.pop(published.CUT))))


main()
