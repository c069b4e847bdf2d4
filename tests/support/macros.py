"""The dbt project's macros outside dbt: SQL in which they are called, made plain."""

from __future__ import annotations

from collections.abc import Callable

import jinja2

from .marts import ROOT


def macros(*names: str) -> Callable[[str], str]:
    """What fills in calls of the macros in these files; a file may use those of files before it."""
    environment = jinja2.Environment(extensions=["jinja2.ext.do"])
    for name in names:
        source = (ROOT / "dbt_project" / "macros" / f"{name}.sql").read_text(encoding="utf-8")
        environment.globals.update(vars(environment.from_string(source).module))
    return lambda sql: environment.from_string(sql).render()
