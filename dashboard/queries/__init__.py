"""What the pages ask of the marts. A query selects; what a mart holds is not computed again.

Filters are named parameters; nothing that a viewer types becomes SQL text.
"""
