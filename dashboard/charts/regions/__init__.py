"""The divisions of a place, as a map (`choropleth`) or as a grid (`tiles`), coloured by one measure."""
