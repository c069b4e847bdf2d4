"""What the marts hold: tables and columns with their descriptions."""

from __future__ import annotations

import polars as pl

from dashboard.published import ask


def tables() -> pl.DataFrame:
    """Every public table with its description, both languages parted by " / "."""
    return ask(
        """
        SELECT table_name, comment AS description, estimated_size AS row_count
        FROM duckdb_tables() WHERE schema_name = 'marts' ORDER BY table_name
        """
    )


def columns() -> pl.DataFrame:
    """Every public column with its type and description."""
    return ask(
        """
        SELECT table_name, column_name, data_type, comment AS description
        FROM duckdb_columns() WHERE schema_name = 'marts' ORDER BY table_name, column_index
        """
    )
