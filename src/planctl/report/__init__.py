"""What reports say: the model, a year's plan, one series through the years. Never judges and never opens a file."""
