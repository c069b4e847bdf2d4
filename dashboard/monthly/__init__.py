"""The monthly bulletin: how far spending and evaluation have come, as Word, PDF, HTML and a workbook.

`figures` asks the marts, `bulletin` makes tables, sentences and charts of them, the writers put these on paper. A
number that a sentence says stands in a table, and every format shows the same tables.
"""
