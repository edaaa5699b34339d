"""YAML with its places, schemas, catalogue, lock; files written whole or not at all. The only room that opens files."""
