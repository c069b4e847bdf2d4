"""The cookbook: questions that a bureau asks, each of which runs through the gate and has an answer in the samples."""

from __future__ import annotations

import pytest

from dashboard.access import Gate
from dashboard.cookbook import Recipe, recipes
from ingest.home import Home
from support.marts import Marts


@pytest.mark.parametrize("recipe", recipes(), ids=lambda recipe: recipe.name)
def test_each_recipe_has_an_answer(marts: Marts, recipe: Recipe) -> None:
    gate = Gate(Home(marts.home))
    try:
        assert gate.query(recipe.sql).frame.height > 0
    finally:
        gate.close()


def test_a_recipe_says_in_both_languages_what_it_answers() -> None:
    found = recipes()
    assert len(found) >= 20
    for recipe in found:
        assert not recipe.title_zh.isascii() and recipe.title_en.isascii()
