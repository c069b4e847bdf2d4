"""What the marts hold: tables and columns with their descriptions."""

from __future__ import annotations

import polars as pl

from dashboard.published import ask


def tables() -> pl.DataFrame:
    """Every public table with its description, both languages parted by " / ": facts first, sums after what they are
    sums of."""
    return ask(
        """
        SELECT table_name, comment AS description, estimated_size AS row_count
        FROM duckdb_tables()
        WHERE schema_name = 'marts'
        ORDER BY
            CASE split_part(table_name, '_', 1) WHEN 'fct' THEN 1 WHEN 'dim' THEN 2 WHEN 'agg' THEN 3 ELSE 4 END,
            table_name
        """
    )


def columns() -> pl.DataFrame:
    """Every public column with its type, unit and description."""
    return ask(
        """
        SELECT columns.table_name, columns.column_name, columns.data_type, said.unit, columns.comment AS description
        FROM duckdb_columns() AS columns
        LEFT JOIN dictionary.columns AS said
            ON said.table_id = 'marts.' || columns.table_name AND columns.column_name = said.column_name
        WHERE columns.schema_name = 'marts'
        ORDER BY columns.table_name, columns.column_index
        """
    )
