"""A published document read, searched, drafted from, and held beside the data. Never decides what a target came to."""
