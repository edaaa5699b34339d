"""What became of each target from one plan to the next, and what a correction changed. Never reads or shows a plan."""
