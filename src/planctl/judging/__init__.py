"""Whether a target was met, by which rule, and why; a year counted, also under other readings. Never shows anything."""
