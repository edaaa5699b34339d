"""Many regions: side by side, through the years, from level to level."""
