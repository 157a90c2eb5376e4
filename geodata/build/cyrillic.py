"""Cyrillic names in Latin letters, by cyrillic.tsv."""

import csv
import pathlib

HERE = pathlib.Path(__file__).resolve().parent
# After these, Russian е is written as at the start of a word.
YE_AFTER = "аеёиоуыэюяйъь"


def tables():
    read = {}
    lines = (HERE / "cyrillic.tsv").read_text(encoding="utf-8").splitlines()
    for row in csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t"):
        read.setdefault(row["language"], {})[row["letter"]] = (row["elsewhere"] or "", row["start"] or row["elsewhere"] or "")
    read["old"] = read["uk"] | read["old"]
    return read


TABLES = tables()


def is_cyrillic(name):
    return any("\u0400" <= c <= "\u04ff" for c in name)


def romanise(name, language):
    """`Роботине` -> `Robotyne`; letters that the table lacks stay."""
    table, written, before = TABLES[language], "", ""
    # The apostrophe of Ukrainian only parts two letters.
    text = name.replace("'", "").replace("’", "").replace("ʼ", "") if language != "ru" else name
    at = 0
    while at < len(text):
        pair, letter = text[at : at + 2], text[at]
        length = 2 if len(pair) == 2 and pair.lower() in table else 1
        elsewhere, start = table.get(text[at : at + length].lower(), (letter, letter))
        at_start = not before.isalpha() or (language == "ru" and before in YE_AFTER)
        latin = start if at_start else elsewhere
        written += latin.capitalize() if letter.isupper() and not letter.islower() else latin
        before = text[at + length - 1].lower()
        at += length
    return written
