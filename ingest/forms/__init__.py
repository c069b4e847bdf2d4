"""Forms: what a budget report says, told by labels and their geometry, never by file name, position or cell count."""
