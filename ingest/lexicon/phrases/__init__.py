"""The phrases of budget prose: what the words around a figure say it is."""
