"""What `import planctl` offers, and what the commands call; each module is imported where it is needed."""
