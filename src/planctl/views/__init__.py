"""What an answer looks like: JSON, CSV, Markdown, or tables for a terminal. A value in, something to show out.

Each answer has a module with the same four functions (`views.view`), so that one command line serves all. Nothing here
judges, and nothing prints.
"""
