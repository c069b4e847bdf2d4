"""Funds: tables of budget and execution in every shape, and the lines that they and prose come to."""
