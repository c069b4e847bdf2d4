"""Regions: the divisions of the chosen place side by side."""
