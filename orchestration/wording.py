"""Text of unknown origin in a sentence: nothing in it acts on the terminal that prints it.

Belongs here: escaping, shortening. Does not: what the sentences say.
"""

import unicodedata

LONGEST = 600  # characters of a sentence about one file
_TAIL = 180  # of them the end, which says what to do
# control, format (also those that turn the direction of writing), surrogate, line separators
_NOT_PRINTABLE = {"Cc", "Cf", "Cs", "Zl", "Zp"}


def unprintable(text: str) -> list[str]:
    """The characters of a text that act on a terminal instead of being shown."""
    return [c for c in text if unicodedata.category(c) in _NOT_PRINTABLE]


def printable(text: str, keep: str = "") -> str:
    """The text with every such character, except those of `keep`, as its escape (\\x1b)."""
    if text.isascii() and text.isprintable():
        return text
    acting = set(unprintable(text)) - set(keep)
    return text.translate(
        {ord(c): c.encode("unicode_escape", "surrogatepass").decode() for c in acting}
    )


def lines(text: str) -> str:
    """A text of several lines, printable."""
    return printable(text, keep="\n\t")


def shortened(text: str, longest: int = LONGEST) -> str:
    """The text, or its beginning and its end where it is longer than that."""
    if len(text) <= longest:
        return text
    tail = min(_TAIL, longest // 3)
    return f"{text[: longest - tail - 5]} ... {text[-tail:]}"


def as_markdown(text: str) -> str:
    """The text so that Markdown shows it as it is: no link, image or element comes of it."""
    return "".join(f"\\{c}" if c in "\\`*_[]<>!#|~&" else c for c in lines(text))
