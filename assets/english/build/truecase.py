"""Builds the sections by which upper-case text gets its small letters back.

usage: truecase.py [FOLDER]      writes FOLDER/truecase.bin, to try it on its own

Sources, all of them packages (checksums and licences: assets/README.md):
- PyPI's spacy-lookups-data: how often each spelling of a word is written, as log-probabilities;
- Debian's wordnet-base: dictionary words, and glosses and names, mixed-case text to learn from;
- truecase_examples.txt beside this file, sentences of our own, likewise;
- assets/words: ordinary words and given names; assets/english/truecase.toml.

The section (little-endian): u32 slots of words and these, u32 slots of weights and these, then lists
of strings (u16 count, each with a byte of length): words with capitals inside, and the lists of
`LISTS`. A slot (u32) is a fingerprint of 24 bits over 8 bits of content, 0 if empty; see `hash_of` and `Table`.

The model is a linear one over the features of `features`, which `src/english/truecase.rs` computes
in the same way. It is learned by AdaGrad on the logistic loss. The same input gives the same bytes.
"""
import collections
import functools
import gzip
import json
import math
import pathlib
import random
import re
import struct
import sys
import tomllib

HERE = pathlib.Path(__file__).resolve().parent
ASSETS = HERE.parent.parent
WORDNET = pathlib.Path("/usr/share/wordnet")

RARE = -21.0             # log-probability of a spelling that the table does not have
WORD_FLOOR = -17.0       # rarer words that no dictionary knows are mostly misspelt
DICTIONARY_FLOOR = -19.0
NAME_FLOOR = -16.0       # rarer names are left out: a word that is not there is taken for a name
CAPITALS_FLOOR = -18.0
INSIDE_FLOOR = -15.5     # for words with capitals inside (McDonald)

# Content of a slot of the words, low five bits; 0 to 9 is how much more often the word is written
# with a capital (in steps of e), from "always small" to "always a capital".
SMALL, NAME, CAPITALS, US, GIVEN = 0, 7, 10, 11, 32
UNKNOWN = 12             # never stored
SUFFIX = re.compile(r".{3,}(ing|ed|ly|ness|tions?|ments?|able|ible|isms?|ists|less|ful)$")
WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’][^\W\d_]+)*")

LISTS = ("abbreviations", "other_abbreviations", "titles", "months", "companies", "person_titles", "determiners",
         "starters", "endings", "articles")

EPOCHS, RATE, DECAY = 4, 0.15, 0.001
OWN_WEIGHT = 6           # our own sentences count so many times
LEAST_COUNT, LEAST_WEIGHT, WEIGHT_UNIT = 3, 0.3, 1 / 16
# WordNet's files of nouns: acts, knowledge, events, groups, places, persons, periods…
NAME_FILES = {4, 6, 10, 11, 14, 15, 17, 18, 21, 28}
KINDS_OF_LIFE = {5, 20}  # animals and plants: too many, and with Latin names


def rules():
    with open(HERE.parent / "truecase.toml", "rb") as file:
        return {name: set(words.split()) for name, words in tomllib.load(file).items()}


def lines_of(path):
    lines = path.read_text(encoding="utf-8").split("\n")
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def wordnet():
    """Single words in lower case, and (lexicographer file, text) of names of several words and of glosses."""
    words, texts = set(), []
    for part in ("noun", "verb", "adj", "adv"):
        for line in (WORDNET / f"data.{part}").read_text(encoding="latin1").split("\n"):
            if not line or line.startswith("  "):
                continue
            fields, _, gloss = line.partition(" | ")
            fields = fields.split()
            file = int(fields[1]) if part == "noun" else -1
            for i in range(int(fields[3], 16)):
                word = fields[4 + 2 * i].split("(")[0]
                if not re.search("[_-]", word):
                    words.add(word)
                elif file in NAME_FILES and word.lower() != word:
                    texts.append((file, word.replace("_", " ")))
            texts.append((file, gloss.strip()))
    return words, texts


class Words:
    """How a word is written by itself: a code as in the table, or a spelling with capitals inside."""

    def __init__(self, rules, dictionary):
        import spacy_lookups_data
        path = pathlib.Path(spacy_lookups_data.__file__).parent / "data" / "en_lexeme_prob.json.gz"
        self.spellings = collections.defaultdict(dict)
        for word, log_probability in json.load(gzip.open(path)).items():
            if word.isalpha() or "'" in word:
                self.spellings[word.lower()][word] = log_probability
        self.rules, self.dictionary = rules, dictionary

    def in_dictionary(self, word):
        stems = [word] + [re.sub(end, new, word) for end, new in
                          (("s$", ""), ("es$", ""), ("ies$", "y"), ("e?d$", ""), ("ed$", "e"), ("ing$", ""), ("ing$", "e"), ("ers?$", ""), ("ers?$", "e"))]
        return any(len(stem) > 2 and stem in self.dictionary for stem in stems) or word in self.dictionary

    @functools.cache
    def code(self, word):
        """What the table says of it: a code, a spelling, or None where it says nothing."""
        if word in self.rules["small"]:
            return SMALL
        if word == "us":
            return US
        if word in self.rules["capitals"]:
            return CAPITALS
        spellings = self.spellings.get(word, {})
        title = word[0].upper() + word[1:]
        small, capital = spellings.get(word, RARE), spellings.get(title, RARE)
        capitals = spellings.get(word.upper(), RARE)
        inside = max(((p, s) for s, p in spellings.items() if s not in (word, title, word.upper())), default=(RARE, None))
        likeliest = max(small, capital, capitals)
        if inside[0] > max(likeliest + 0.3, INSIDE_FLOOR):
            return inside[1]
        if capitals > max(small, capital, CAPITALS_FLOOR):
            return CAPITALS
        known = self.in_dictionary(word)
        more = capital - small
        if known:
            if max(small, capital) < DICTIONARY_FLOOR:
                return None
            score = more - 0.9
        elif more > -0.5:
            if capital < NAME_FLOOR:
                return None
            score = more + 1.7
        else:
            if small < WORD_FLOOR:
                return None
            score = more + 0.5
        return max(0, min(9, math.floor(score + 6)))


class Token:
    """A word of a text; `code` as in the table, or UNKNOWN; `fixed` if not to be learned."""
    __slots__ = ("start", "end", "text", "word", "gap", "code", "fixed")

    def __init__(self, start, end, text, gap):
        self.start, self.end, self.text, self.gap, self.fixed = start, end, text, gap, False


def tokens(text, words):
    found, last = [], 0
    for match in WORD.finditer(text):
        token = Token(*match.span(), match.group(), text[last:match.start()])
        last = token.end
        word = token.text.lower().replace("’", "'")
        token.word = word
        if "." in word or any(c.isdigit() for c in word):
            token.code, token.fixed = CAPITALS, True
        elif len(word) == 1:
            token.code, token.fixed = (SMALL if word == "a" else CAPITALS), True
        else:
            cut = word.rfind("'")
            if cut > 0 and word[cut + 1:] in words.rules["endings"] and not word.endswith("n't"):
                token.word = word[:cut]
            code = SMALL if word.endswith("n't") else words.code(token.word)
            if isinstance(code, str):
                code = CAPITALS
            elif code is None:
                code = SMALL + 1 if SUFFIX.match(token.word) else UNKNOWN
            token.code = code
        token.fixed = token.fixed or code_is_sure(token.code)
        found.append(token)
    return found


def code_is_sure(code):
    return code == SMALL or NAME <= code <= CAPITALS or code == UNKNOWN


def letter(code):
    return chr(ord("a") + code)


def gap_letter(gap):
    """What stands between two words, in a letter: ' ' for mere space."""
    if not gap.strip():
        return " "
    return next((c for c in '.?!:;(),"-/[' if c in gap), '"')


def features(found, i, before, before2):
    """Features of token i, as lists of parts; `before` and `before2` tell the cases of the two tokens
    before it: C (capital), s (small), ^ (none)."""
    def side(j, gap, edge):
        if not 0 <= j < len(found):
            return edge, edge
        if gap not in " -":
            return gap, gap
        return found[j].word, letter(found[j].code)

    def gap_before(j):
        return "^" if j == 0 else gap_letter(found[j].gap) if j < len(found) else "$"

    word, own = found[i].word, letter(found[i].code)
    gap, gap_after = gap_before(i), gap_before(i + 1)
    previous, previous_code = side(i - 1, gap, "^")
    following, following_code = side(i + 1, gap_after, "$")
    second_code = "$"
    if gap_after in " -" and gap_before(i + 2) in " -":
        second_code = letter(found[i + 2].code)
    if gap not in " -":
        before = gap
    return (
        ("0", own, gap), ("1", word), ("2", word, before), ("3", word, following_code),
        ("4", previous, word), ("5", word, following), ("6", own, before, previous_code),
        ("7", own, following_code, before), ("8", own, previous), ("9", own, following),
        (":", own, before, before2),
        (";", word, following, second_code) if following in ("of", "and", "the", "de") else (";", own, following_code, second_code),
    )


def labelled(text, words, own):
    """Tokens with +1 (capital), -1 (small) or 0 (nothing to learn)."""
    found = tokens(text, words)
    labels = []
    for i, token in enumerate(found):
        capital = token.text == "US" if token.code == US else token.text[0].isupper()
        sentence_start = i > 0 and (gap_letter(token.gap) in '.?!"' or '"' in token.gap) or i == 0 and own
        labels.append(0 if token.fixed or capital and sentence_start or own and i == 0 else 1 if capital else -1)
    return found, labels


def walk(found, labels, guess):
    """Yields (features, label) from left to right; `guess` tells the case where there is a label."""
    before = before2 = "^"
    for i, token in enumerate(found):
        if labels[i] == 0:
            case = "C" if token.code != SMALL and (token.fixed or token.text[0].isupper()) else "s"
        else:
            parts = features(found, i, before, before2)
            yield parts, labels[i]
            case = "C" if guess(parts) else "s"
        before, before2 = case, before


def learn(words, texts):
    rnd = random.Random(1)
    chosen = []
    for file, text in texts:
        share = 0.2 if file in KINDS_OF_LIFE else 1 if file in NAME_FILES or text[1:].lower() != text[1:] else 0.4
        if rnd.random() < share:
            chosen.append((text, False))
    chosen += [(text, True) for text in lines_of(HERE / "truecase_examples.txt")] * OWN_WEIGHT
    data = [labelled(text, words, own) for text, own in chosen]
    weights, squares, counts = {}, {}, collections.Counter()

    def score(parts):
        return sum(weights.get(part, 0.0) for part in parts)

    for epoch in range(EPOCHS):
        rnd.shuffle(data)
        for found, labels in data:
            for parts, label in walk(found, labels, lambda parts: score(parts) > 0):
                if epoch == 0:
                    counts.update(parts)
                margin = score(parts) * label
                if margin > 7:
                    continue
                gradient = label / (1 + math.exp(margin))
                for part in parts:
                    weight = weights.get(part, 0.0)
                    step = gradient - DECAY * weight
                    squares[part] = squares.get(part, 0.0) + step * step
                    weights[part] = weight + RATE * step / math.sqrt(squares[part] + 0.01)
    return {part: weight for part, weight in weights.items() if abs(weight) > LEAST_WEIGHT and counts[part] >= LEAST_COUNT}


def hash_of(parts):
    """FNV-1a of the parts, each but the last followed by a zero, then mixed."""
    h = 0xCBF29CE484222325
    for byte in b"\0".join(part.encode() for part in parts):
        h = (h ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    h ^= h >> 32
    return h * 0x9E3779B97F4A7C15 & 0xFFFFFFFFFFFFFFFF


def table(entries):
    """An open hash table: slot = high 32 bits of the hash scaled, fingerprint = its low 24 bits."""
    size = len(entries) * 5 // 4 + 1
    slots = [0] * size
    for parts, content in sorted(entries.items()):
        h = hash_of(parts)
        slot = (h >> 32) * size >> 32
        while slots[slot]:
            slot = (slot + 1) % size
        slots[slot] = (h & 0xFFFFFF) << 8 | content
    return struct.pack(f"<{size + 1}I", size, *slots)


def strings(items):
    encoded = [item.encode() for item in items]
    return struct.pack("<H", len(items)) + b"".join(bytes([len(item)]) + item for item in encoded)


def sections(model_dir=None):
    """The section `truecase`. The model is not needed; the parameter is there for all builders alike."""
    known, texts = wordnet()
    ordinary = set(lines_of(ASSETS / "words" / "english.txt"))
    given = set(lines_of(ASSETS / "words" / "given_names.txt"))
    words = Words(rules(), ordinary | {word for word in known if word == word.lower()})
    weights = learn(words, texts)

    codes, inside = {}, []
    for word in sorted(set(words.spellings) | words.rules["small"] | words.rules["capitals"] | given):
        code = words.code(word)
        if len(word) < 2 or not word.isalpha() or not word.isascii() and code == SMALL + 1:
            continue
        if isinstance(code, str):
            inside.append(code)
        elif code is not None:
            codes[(word,)] = (code + 1) | (GIVEN if word in given else 0)
        elif word in given:
            codes[(word,)] = (NAME + 1) | GIVEN
    bytes_of = {part: max(-127, min(127, round(weight / WEIGHT_UNIT))) & 0xFF for part, weight in weights.items()}
    word_table, weight_table = table(codes), table(bytes_of)
    lists = [inside] + [sorted(words.rules[name]) for name in LISTS]
    return {"truecase": word_table + weight_table + b"".join(map(strings, lists))}


if __name__ == "__main__":
    out = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".")
    for name, content in sections().items():
        (out / f"{name}.bin").write_bytes(content)
        print(f"{name}: {len(content)} bytes")
