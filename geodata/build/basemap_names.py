"""Names of labels in other languages than English.

Countries are named by i18n-iso-countries, divisions by Natural Earth, cities by the time
zones of the Unicode CLDR, and else by GeoNames. That does not say of which language a name
is: it must be spelled in the letters of the language and sound like the main name. What
comes out wrong so is in city_names.tsv."""

import csv
import difflib
import re
import unicodedata
from collections import defaultdict
from pathlib import Path

from babel import Locale

HERE = Path(__file__).parent
LOCAL = ("local", "Local names")
# Languages in which vowels are not written, or hardly.
WITHOUT_VOWELS = {"ar", "fa", "he"}
# Names must sound so alike, from 0 to 1; less in the country where the language is spoken.
ALIKE, ALIKE_AT_HOME = 0.72, 0.5
# A former name is to be less likely than one that sounds only nearly like the main one.
OTHER = 0.25
# Words for a kind of division.
KIND_WORDS = re.compile(r"^(محافظة|ولاية|استان|שהרستان|מחוז|נפת) ")
# A city of this size bears the name of its time zone; a smaller one is a namesake.
ZONE_CITY = 40_000


def rows_of(name):
    with open(HERE / name, encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def translations(labels, sources):
    """Triples of code, name of the language and {number of the label: name}."""
    languages = rows_of("languages.tsv")
    home = {country: row["code"] for row in languages for country in row["countries"].split()}
    made = {row["code"]: Namer(row["code"], home, sources) for row in languages}
    found = [(row["code"], row["name"], in_language(labels, made[row["code"]])) for row in languages]
    local = {}
    for number, label in enumerate(labels):
        namer = made.get(home.get(label.country))
        name = namer.name(label) if namer else None
        if name and name != label.name:
            local[number] = name
    return [(*LOCAL, local)] + found


def in_language(labels, namer):
    names = ((number, namer.name(label)) for number, label in enumerate(labels))
    return {number: name for number, name in names if name and name != labels[number].name}


class Namer:
    """Names in one language."""

    def __init__(self, code, home, sources):
        self.code, self.home = code, home
        self.countries = sources.country_names(code)
        self.zones = zone_cities(code)
        self.typed = {row["english"]: row[code] for row in rows_of("city_names.tsv") if row.get(code)}
        self.spellings = [row for row in rows_of("spelling_bonus.tsv") if row["language"] == code]
        self.letters = {}
        for row in rows_of("letters.tsv"):
            if row["script"] == code:
                letters = row["letters"].split()
                self.letters |= dict(zip(letters, (row["latin"] or "").split() or [""] * len(letters)))

    def name(self, label):
        """`None` where none is known."""
        if label.kind_name == "country":
            name = self.countries.get(label.country)
            return upper(name) if name else None
        if label.kind_name == "division":
            name = label.source.translated.get(self.code)
            return KIND_WORDS.sub("", name) if name else None
        if label.kind_name == "city":
            return self.city(label.source)
        return None

    def city(self, city):
        if city["name"] in self.typed:
            return self.typed[city["name"]]
        if city["population"] > ZONE_CITY and (name := self.zones.get(city["name"])):
            return name
        at_home = self.home.get(city["countrycode"]) == self.code
        spelled = [name for name in city["alternatenames"] if self.is_spelled(name)]
        # Latin letters tell little of a language.
        if not spelled or (self.code == "az" and not at_home):
            return None
        main = [city["name"]] + [name for name in city["alternatenames"] if name.isascii() and name[:1].isupper()]
        scored = [(self.likeness(name, main), sum(n.startswith(name) for n in spelled), name) for name in spelled]
        likeness, _, name = max(scored, key=lambda entry: (round(entry[0], 2), entry[1], entry[2]))
        return name if likeness >= (ALIKE_AT_HOME if at_home else ALIKE) else None

    def is_spelled(self, name):
        """Whether all letters are of the language, the first of a script with capitals is
        one, and the name could not as well be English."""
        small = unicodedata.normalize("NFC", name.lower())
        if not self.letters or (name[:1].islower() and self.code != "ka"):
            return False
        return not name.isascii() and all(letter in self.letters or letter in " -'’" for letter in small)

    def likeness(self, name, main):
        """How much a name sounds like the main name or, less so, like another Latin one."""
        sound = self.skeleton("".join(self.letters.get(letter, letter) for letter in name.lower()))
        ratio = max(
            difflib.SequenceMatcher(None, sound, self.skeleton(plain(other.lower()))).ratio() - (OTHER if number else 0)
            for number, other in enumerate(main)
        )
        return ratio + sum(float(row["bonus"]) for row in self.spellings if re.search(row["pattern"], name))

    def skeleton(self, sound):
        sound = re.sub(r"^(al|an|as|at|ad|ar|az|ash|el)[ -]|[^a-z]", "", sound)
        if self.code in WITHOUT_VOWELS:
            sound = re.sub(r"[aeiouwyv]", "", sound)
        return sound


def plain(text):
    """Without marks."""
    parts = unicodedata.normalize("NFKD", text)
    return "".join(part for part in parts if not unicodedata.combining(part))


def zone_cities(code):
    """Names of the cities after which time zones are named, by their English name."""
    english, zones = Locale.parse("en").time_zones, Locale.parse(code).time_zones
    found = {}
    for zone, names in zones.items():
        if "city" in names:
            found[english.get(zone, {}).get("city") or zone.rsplit("/", 1)[-1].replace("_", " ")] = names["city"]
    return found


def upper(name):
    """Georgian has no capitals in use."""
    return "".join(letter if "\u10a0" <= letter <= "\u10ff" else letter.upper() for letter in name)
