"""Pictures of the pages for the documentation, taken when JIXIAO_SCREENSHOTS is set."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page
from visiting import open_page, report_id

from dashboard.access import Gate

WIDTH, MOST = 1280, 3000
COLOURS = 256
IN_DARK = ("overview", "project", "source")
SHORT = {"中文": "zh", "English": "en"}


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", SHORT)
def test_pictures(page: Page, address: str, gate: Gate, language: str, theme: str, pictures: Path | None) -> None:
    if pictures is None:
        pytest.skip("set JIXIAO_SCREENSHOTS=1 to take screenshots")
    pictures.mkdir(parents=True, exist_ok=True)
    page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    report = report_id(gate)
    views = {
        "overview": ("", {}),
        "execution": ("execution", {}),
        "scores": ("scores", {}),
        "regions": ("regions", {"district": "530100"}),
        "review": ("review", {}),
        "project": ("project", {"report": report}),
        "source": ("project", {"report": report, "source": "indicator:8:score"}),
        "bulletin": ("bulletin", {"month": "2025-05"}),
        "sql": ("sql", {}),
        "intake": ("intake", {}),
        "dictionary": ("dictionary", {"table": "marts.fct_evaluations"}),
        "search": ("search", {"q": "满意度"}),
    }
    for name, (path, query) in views.items():
        if theme == "dark" and name not in IN_DARK:
            continue
        page.set_viewport_size({"width": WIDTH, "height": 720})
        open_page(page, address, path, lang=language, **query)
        if name == "sql":
            page.get_by_test_id("stMain").get_by_role("button").filter(has_text="运行").or_(
                page.get_by_test_id("stMain").get_by_role("button").filter(has_text="Run")
            ).first.click()
        page.wait_for_timeout(2000)
        if name != "source":
            height = page.get_by_test_id("stMainBlockContainer").evaluate("block => block.scrollHeight")
            page.set_viewport_size({"width": WIDTH, "height": min(max(int(height), 720), MOST)})
            page.wait_for_timeout(2000)
        picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
        suffix = "-dark" if theme == "dark" else ""
        picture.quantize(COLOURS).save(pictures / f"{name}-{SHORT[language]}{suffix}.png", optimize=True)
