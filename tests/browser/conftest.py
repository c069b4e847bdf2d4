"""A served home and a browser that notes every error and every request that leaves the machine."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Request, expect, sync_playwright
from serving import CHECKOUT, served

from dashboard.access import Gate
from ingest.home import Home
from support.marts import SAMPLES, refreshed

PROBES = re.compile(r"/[a-z]+/_stcore/(health|host-config)$")
"""A page opened by its own address makes Streamlit ask for the server under that address first, in vain."""

expect.set_options(timeout=20_000)


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """The samples, loaded, built and published as a user does it."""
    built = refreshed(SAMPLES, tmp_path_factory).home
    root = shutil.copytree(built, tmp_path_factory.mktemp("browser") / "home")
    return Home.at(root)


@pytest.fixture(scope="session")
def gate(home: Home) -> Gate:
    """The marts, to compare what is shown with what is true."""
    return Gate(home)


@pytest.fixture(scope="session")
def address(home: Home) -> Iterator[str]:
    with served(home) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=shutil.which("chromium") or "/usr/bin/chromium", args=["--no-sandbox"]
        )
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def window(browser: Browser) -> Page:
    """One for all visitors: a new one has the browser read all of Streamlit's and plotly's code again."""
    return browser.new_context(locale="zh-CN").new_page()


@pytest.fixture
def page(window: Page, address: str) -> Iterator[Page]:
    """A visitor of whom the browser knows nothing. At the end, no error may have come up and nothing may have been
    asked of another host."""
    troubles: list[str] = []

    def console(message: ConsoleMessage) -> None:
        if message.type == "error" and not PROBES.search(message.location.get("url", "")):
            troubles.append(f"console: {message.text}")

    def request(asked: Request) -> None:
        if not asked.url.startswith(("http://localhost:", "ws://localhost:", "data:", "blob:")):
            troubles.append(f"request to another host: {asked.url}")

    def script(error: Error) -> None:
        troubles.append(f"script: {error}")

    forget(window, address)
    window.set_viewport_size({"width": 1280, "height": 720})
    window.emulate_media(color_scheme="light")
    window.on("console", console)
    window.on("pageerror", script)
    window.on("request", request)
    yield window
    window.remove_listener("console", console)
    window.remove_listener("pageerror", script)
    window.remove_listener("request", request)
    assert not troubles


def forget(window: Page, address: str) -> None:
    """End what the last visitor had open, and what of it the browser keeps."""
    window.goto(f"{address}/_stcore/health")
    window.evaluate("localStorage.clear(); sessionStorage.clear()")
    window.context.clear_cookies()


@pytest.fixture(scope="session")
def pictures() -> Path | None:
    """Where screenshots go; None unless JIXIAO_SCREENSHOTS is set, so that tests leave the tree as it is."""
    return CHECKOUT / "docs" / "images" if os.environ.get("JIXIAO_SCREENSHOTS") else None
