"""Many regions: side by side, through the years, from level to level. Never opens a file, and never shows anything."""
