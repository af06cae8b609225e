"""Check digits: of tax ids, of ISINs (a listed security) and of LEIs (a legal entity).

Belongs here: whether an id can be one at all. Does not: whose it is.
"""

import re

# digits of a tax id times these; the digits of the products are added up
WEIGHTS = (1, 2, 1, 2, 1, 2, 4, 1)


def is_tax_id(text: str) -> bool:
    """Whether eight digits carry their check digit: a sum divisible by 5, which the Ministry of
    Finance asks since April 2023; one divisible by 10, the rule before, is among them.

    A seventh digit 7 makes a product of 28, of which 10 may count as 1 or as 0.
    """
    if not re.fullmatch(r"[0-9]{8}", text):
        return False
    total = sum(sum(divmod(int(d) * w, 10)) for d, w in zip(text, WEIGHTS, strict=True))
    return total % 5 == 0 or (text[6] == "7" and (total + 1) % 5 == 0)


def is_isin(text: str) -> bool:
    """Whether twelve characters are an ISIN (ISO 6166): letters count 10 to 35, then Luhn."""
    if not re.fullmatch(r"[A-Z]{2}[A-Z0-9]{9}[0-9]", text):
        return False
    digits = "".join(str(int(each, 36)) for each in text)
    doubled = (int(d) * (1 + place % 2) for place, d in enumerate(reversed(digits)))
    return sum(sum(divmod(n, 10)) for n in doubled) % 10 == 0


def is_lei(text: str) -> bool:
    """Whether twenty characters are an LEI (ISO 17442): the number they make leaves 1 over 97."""
    if not re.fullmatch(r"[A-Z0-9]{18}[0-9]{2}", text):
        return False
    return int("".join(str(int(each, 36)) for each in text)) % 97 == 1


CHECKED = {"tax_id": is_tax_id, "isin": is_isin, "lei": is_lei}
