"""YAML with its places, schemas, copies, catalogue, lock; all written whole or not. The only room that opens files."""
