"""Tables of our own."""

import csv
import pathlib

from names import clean

HERE = pathlib.Path(__file__).resolve().parent


def typed_rows(name):
    """Rows of a table of ours, without its comments."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE)


USES = {"abbr": "abbreviation", "former": "former", "metonym": "metonym"}


def tagged_name(text, stands_for=None):
    """`former:Zaire` -> (`former`, `Zaire`)."""
    prefix, colon, name = text.partition(":")
    if colon and prefix in USES:
        use = USES[prefix]
        if use == "metonym":
            use = f"metonym={stands_for}" if stands_for else "alternate"
        return use, clean(name)
    return "alternate", clean(text)
