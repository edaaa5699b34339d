"""What stands in a draft where something has still to be written; no published report says any of it."""

NO_CODE = "999999"
"""A code that GB/T 2260 gives to no region."""
NO_ADDRESS = "https://example.invalid/to-be-written"
NO_DAY = "1949-10-01"
"""A day on which no plan report was presented."""
NO_HASH = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
"""The hash of an empty text."""
TO_WRITE = "待写"
TO_WRITE_EN = "to be written"
TO_TRANSLATE = "to be translated"

PLACEHOLDERS = frozenset({NO_CODE, NO_ADDRESS, NO_DAY, NO_HASH, TO_WRITE, TO_WRITE_EN, TO_TRANSLATE})
