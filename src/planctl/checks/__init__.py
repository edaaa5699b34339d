"""The data held against itself and against what the report states. Never changes it, and never opens a document."""
