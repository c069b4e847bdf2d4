"""Spreadsheets: .xlsx, .xls and .ods as grids of cells, with numbers as a person sees them."""
