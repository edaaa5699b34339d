"""What `import planctl` offers, and what the commands call. Never prints, and imports late what is heavy."""
