"""What every page that planctl writes has in common: it stands alone, and says what made it."""

from base64 import b64encode
from hashlib import sha256
from html import escape


def generator(command: str) -> str:
    """Return what tells a command's pages from any other file, near the beginning of each."""
    return f'<meta name="generator" content="planctl {command}">'


def web_page(mark: str, language: str, title: str, style: str, body: str, script: str = "") -> str:
    """Return a whole page; `body` is markup, and so are all but the title taken as they are.

    Its policy lets nothing be loaded from anywhere, and no script run but the one that is given.
    """
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    scripts = ""
    if script:
        policy += f"; script-src 'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"
        scripts = f"<script>{script}</script>\n"
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n{mark}\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        f"<title>{escape(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n{body}\n{scripts}</body>\n</html>\n"
    )
