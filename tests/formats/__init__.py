"""The samples in every format that is read, and the same facts from each of them."""
