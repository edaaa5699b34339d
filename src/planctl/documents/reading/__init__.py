"""A document of any kind as text and tables, with the place of each word; one module for each kind, behind `reader`."""
