"""Write the table of the review's rules into docs/review.md, from their metadata: `make rules-table`."""

from __future__ import annotations

import re
from pathlib import Path

from ingest.review_rules import project_rules

PAGE = Path(__file__).resolve().parent.parent / "docs" / "review.md"
START, END = "<!-- rules: written by make rules-table -->", "<!-- end of rules -->"


def table() -> str:
    """One line per rule, in the order of their names."""
    lines = ["| rule | severity | title | 名称 | thresholds |", "|---|---|---|---|---|"]
    for name, rule in sorted(project_rules().items()):
        severity = " / ".join(filter(None, (rule["severity"], rule["lesser_severity"])))
        thresholds = ", ".join(
            f"`{column}` {rule[column]}" for column in ("threshold", "lesser_threshold") if rule[column]
        )
        shown = f"`{name}`" if rule["enabled"] == "true" else f"`{name}` (off)"
        lines.append(f"| {shown} | {severity} | {rule['title_en']} | {rule['title_zh']} | {thresholds} |")
    return "\n".join(lines)


def with_table(page: str) -> str:
    """The page with the table as it is now."""
    return re.sub(f"{START}.*?{END}", lambda _: f"{START}\n{table()}\n{END}", page, flags=re.DOTALL)


if __name__ == "__main__":
    PAGE.write_text(with_table(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
