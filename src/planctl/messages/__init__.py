"""What is said to a reader, as values, and the languages that it is said in. Never says it: nothing is written here."""
