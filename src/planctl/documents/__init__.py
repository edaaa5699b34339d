"""Published documents: bytes read into one running text with its sections, and its tables. Nothing is fetched."""
