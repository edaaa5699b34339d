"""How a page is looked at: on a phone and on a desk, by day and by night."""

LOOKS = [(width, scheme) for width in (390, 1280) for scheme in ("light", "dark")]
BOTH = [(390, "light"), (1280, "dark")]
"""Each width and each scheme once, for what takes seconds."""
