"""Which names of a place are worth keeping, and a rough folding to compare names here.

The keys of the gazetteer are folded by the program itself (`dateline::gazetteer::fold`);
`fold` below only serves to find that two sources mean the same name.
"""

import pathlib
import re
import unicodedata

HERE = pathlib.Path(__file__).resolve().parent
STOPPED = {
    word
    for line in (HERE / "stop_names.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
    for word in line.split()
}
APOSTROPHES = "'`´‘’‛ʹʻʼʽʾʿˈ′"
LETTERS = str.maketrans({"ə": "a", "ǝ": "a", "ı": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae"})


# How `fold` treats the plain characters, most of all names.
PLAIN = {code: " " for code in range(128) if not chr(code).isalnum()} | {ord(c): None for c in APOSTROPHES + "."}


def fold(name):
    """Lower case without marks and apostrophes, one space between words."""
    if name.isascii():
        return " ".join(name.lower().translate(PLAIN).split())
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    plain = plain.lower().translate(LETTERS)
    plain = "".join(c for c in plain if c not in APOSTROPHES + ".")
    return " ".join(re.sub(r"[^\w]|_", " ", plain).split())


def mended(name):
    """The name as it was before somebody read its UTF-8 as Latin-1, or its Windows-1252."""
    try:
        return name.encode("latin-1").decode("utf-8")
    except UnicodeError:
        pass
    if any("\x80" <= c <= "\x9f" for c in name):
        return "".join(
            c.encode("latin-1").decode("cp1252", "ignore") if "\x80" <= c <= "\x9f" else c for c in name
        )
    return name


def clean(name):
    """One line, no characters that the tables use, no brackets with remarks."""
    name = re.sub(r"\s*[\[(][^\])]*([\])]|$)", "", mended(name or ""))
    return " ".join(name.replace("|", " ").replace("\t", " ").split())


def is_latin(name):
    return all(ord(c) < 0x250 or not c.isalpha() for c in name)


COMMON_SCRIPTS = ("LATIN", "CYRILLIC", "ARABIC", "HEBREW", "ARMENIAN", "GEORGIAN", "GREEK", "ETHIOPIC", "MYANMAR")


def is_common(name):
    """Whether its first letter is of a script in which places at war are mostly written."""
    first = next((c for c in name if c.isalpha()), "a")
    return unicodedata.name(first, "").startswith(COMMON_SCRIPTS)


def worth_keeping(name):
    """Whether a name beside the main one helps a reader of news."""
    letters = [c for c in name if c.isalpha()]
    if not letters or len(name) > 60 or "/" in name or any(c.isdigit() for c in name):
        return False
    # Codes of airports, and scraps of transliteration such as "kyf".
    if len(letters) <= 3 and name.isascii() and name.isupper():
        return False
    has_case = any(c.lower() != c.upper() for c in letters)
    if has_case and not any(c.isupper() for c in letters):
        return False
    if is_latin(name) and (len(letters) <= 2 or fold(name) in STOPPED):
        return False
    return True


def before_comma(name):
    """`Los Alamos, New Mexico` -> `Los Alamos`."""
    return re.split("[,،]", name)[0].strip()


def skeleton(name):
    """The consonants of a Slavic name, as its Ukrainian and its Russian form share them; empty if too few."""
    plain = fold(name)
    for two, one in (("kh", "h"), ("g", "h"), ("ie", ""), ("w", "v")):
        plain = plain.replace(two, one)
    plain = re.sub(r"[aeiouyj]", "", plain)
    plain = re.sub(r"(.)\1+", r"\1", plain)
    return plain if len(plain.replace(" ", "")) >= 3 else ""


def kept(names, main):
    """Those of `names` worth keeping that are not folded like `main`, sorted, each folding once."""
    seen, keep = {fold(main)}, []
    # Plain letters first: of "Kiev" and "Kíev", "Kiev" is what news prints.
    for name in sorted({before_comma(clean(name)) for name in names if name}, key=lambda name: (not name.isascii(), name)):
        folded = fold(name)
        if folded and folded not in seen and worth_keeping(name):
            seen.add(folded)
            keep.append(name)
    return sorted(keep)
