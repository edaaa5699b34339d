"""How a page is looked at: a phone by day, a desk by night; colours and widths have nothing of one another."""

LOOKS = [(390, "light"), (1280, "dark")]
