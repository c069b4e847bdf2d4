"""The parts of the project page: one report in full, every figure with the way to the place it is printed.

Streamlit runs `page.py`; the other modules each show one part.
"""
