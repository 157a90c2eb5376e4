"""The tables of the tokenizer, the attribute ruler and the lemmatizer.

`sections(model_dir)` gives the named sections that `src/english/tokenize`,
`ruler.rs` and `lemmatize.rs` read. All numbers are little-endian; a short string
is a byte of length and UTF-8. The bytes depend on the model and on spaCy alone.

The rules of spaCy's tokenizer are regular expressions made of a few lists. The
Rust code knows how they are put together; the lists and the classes of characters
come from here. The expressions of the model are compared with those that spaCy
makes of its lists, so another model is refused instead of read wrongly.
"""

import re
import struct
import sys
from pathlib import Path

import srsly
from spacy.lang import char_classes
from spacy.lang.en import English
from spacy.lang.norm_exceptions import BASE_NORMS
from spacy.strings import get_string_id
from spacy.symbols import IDS
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

# The names of the tables of the lemmatizer, in the order that `lemmatize.rs` knows.
LEMMA_POS = ["noun", "verb", "adj", "adv", "punct"]

# Words in a block of the sorted word lists; the first is whole, the others share
# a beginning with the word before.
BLOCK = 16


def sections(model_dir):
    """Named sections of the part of the model in `model_dir` that needs no network."""
    model_dir = Path(model_dir)
    data = srsly.msgpack_loads((model_dir / "tokenizer").read_bytes())
    check_expressions(data)
    return {
        "chars": chars(),
        "tokenizer": tokenizer(data),
        "norms": norms(model_dir),
        "ruler": ruler(model_dir),
        "lemmas": lemmas(model_dir),
    }


def check_expressions(data):
    """Refuse a model whose expressions are not those made of spaCy's English lists."""
    defaults = English.Defaults
    expected = {
        "prefix_search": compile_prefix_regex(defaults.prefixes).pattern,
        "suffix_search": compile_suffix_regex(defaults.suffixes).pattern,
        "infix_finditer": compile_infix_regex(defaults.infixes).pattern,
        "url_match": defaults.url_match.__self__.pattern,
        "token_match": None,
        "faster_heuristics": True,
    }
    for name, value in expected.items():
        if data.get(name) != value:
            sys.exit(f"tables.py: {name} of the model is not that of this spaCy; install spaCy 3.8")


# Characters


def chars():
    """Runs of characters with the same properties: a count, starts (u32), properties (u16).

    The properties are those of this Python, for spaCy asks Python.
    """
    tests = char_tests()
    starts, flags = [], []
    for code in range(0x110000):
        char = chr(code)
        value = sum(1 << bit for bit, test in enumerate(tests) if test(char))
        if not flags or flags[-1] != value:
            starts.append(code)
            flags.append(value)
    count = len(starts)
    return struct.pack(f"<I{count}I{count}H", count, *starts, *flags)


def char_tests():
    """The properties in the order of the bits of `Class` in `chars.rs`."""
    before_stop = next(p for p in English.Defaults.suffixes if p.startswith("(?<=[0-9") and p.endswith(r")])\."))
    before_stop = before_stop[len("(?<=") : -len(r")\.")]
    singles = lambda rules: set(filter(None, map(single, rules)))
    prefixes, suffixes = singles(English.Defaults.prefixes), singles(English.Defaults.suffixes)
    icon = in_class(f"[{char_classes.CONCAT_ICONS}]")
    return [
        str.isspace,
        str.isalpha,
        str.isupper,
        str.isdigit,
        in_class(r"\d"),
        in_class(r"\w"),
        in_class(f"[{char_classes.ALPHA}]"),
        in_class(f"[{char_classes.ALPHA_LOWER}]"),
        in_class(f"[{char_classes.ALPHA_UPPER}]"),
        in_class(f"[{char_classes.CONCAT_QUOTES}]"),
        icon,
        lambda char: char in prefixes or icon(char),
        lambda char: char in suffixes or icon(char),
        in_class(before_stop),
    ]


def in_class(pattern):
    compiled = re.compile(pattern)
    return lambda char: compiled.match(char) is not None


def literal(rule):
    """The text that a rule without operators matches, else `None`."""
    if re.search(r"(?<!\\)[\[\](){}|?*+.^$]", rule):
        return None
    return re.sub(r"\\(.)", r"\1", rule)


def single(rule):
    text = literal(rule)
    return text if text is not None and len(text) == 1 else None


# Tokenizer


def tokenizer(data):
    """Beginnings, endings, endings after a digit, names with numbers, exceptions, phrases."""
    after_digit = char_classes.UNITS.split("|") + [
        unit.replace("\\", "") for unit in char_classes.CURRENCY.split("|")
    ] + ["+"]
    out = b"".join(
        [
            strings(longer(English.Defaults.prefixes, known=[r"\+(?![0-9])", r"\.\.+"])),
            strings(longer(English.Defaults.suffixes, known=[r"\.\.+"])),
            strings(sorted(set(after_digit))),
        ]
    )
    names = sorted((name, number) for name, number in IDS.items() if name)
    out += struct.pack("<H", len(names))
    out += b"".join(string(name) + struct.pack("<H", number) for name, number in names)
    exceptions = sorted(data["exceptions"].items())
    out += struct.pack("<H", len(exceptions))
    for chunk, tokens in exceptions:
        out += string(chunk) + struct.pack("<B", len(tokens))
        for token in tokens:
            if set(token) - {IDS["ORTH"], IDS["NORM"]}:
                sys.exit(f"tables.py: the exception {chunk!r} sets more than a norm")
            norm = token.get(IDS["NORM"])
            number = 0 if norm is None else get_string_id(norm)
            out += string(token[IDS["ORTH"]]) + struct.pack("<Q", number)
    phrases = special_phrases(data)
    out += struct.pack("<H", len(phrases))
    for phrase in phrases:
        out += struct.pack("<B", len(phrase)) + b"".join(map(string, phrase))
    return out


def longer(rules, known):
    """The rules that are plain text of more than one character.

    Those with operators must be `known`, the class of icons or begin by looking back.
    """
    found = []
    for rule in rules:
        text = literal(rule)
        if text is None:
            if rule not in known and not rule.startswith("(?<=") and rule not in char_classes.LIST_ICONS:
                sys.exit(f"tables.py: a rule of the tokenizer is new: {rule[:40]}")
        elif len(text) > 1:
            found.append(text)
    return sorted(set(found))


def special_phrases(data):
    """Exceptions that affixes would split, as the tokens that they would be split into."""
    nlp = English()
    tok = nlp.tokenizer
    tok.rules = {}
    phrases = set()
    for chunk in data["exceptions"]:
        if tok.find_prefix(chunk) or tok.find_infix(chunk) or tok.find_suffix(chunk) or " " in chunk:
            phrases.add(tuple(token.text for token in tok(chunk)))
    return sorted(phrases)


def norms(model_dir):
    """Words with a norm of their own: a count, numbers of the words, numbers of the norms."""
    table = {get_string_id(word): get_string_id(norm) for word, norm in BASE_NORMS.items()}
    lookups = srsly.msgpack_loads((model_dir / "vocab" / "lookups.bin").read_bytes())
    table.update({int(word): get_string_id(norm) for word, norm in lookups["lexeme_norm"].items()})
    rows = sorted(table.items())
    count = len(rows)
    return struct.pack(f"<I{2 * count}Q", count, *(row[0] for row in rows), *(row[1] for row in rows))


# Attribute ruler


def ruler(model_dir):
    """Patterns with what they set, in order."""
    out = []
    for entry in srsly.msgpack_loads((model_dir / "attribute_ruler" / "patterns").read_bytes()):
        for pattern in entry["patterns"]:
            out.append(rule(pattern, entry["attrs"], entry["index"]))
    return struct.pack("<H", len(out)) + b"".join(out)


def rule(pattern, attrs, index):
    if set(attrs) - {"TAG", "POS", "MORPH", "LEMMA", "DEP"} or not 0 <= index < len(pattern):
        sys.exit(f"tables.py: the attribute ruler sets {attrs} at {index}")
    out = struct.pack("<BB", len(pattern), index)
    for token in pattern:
        if set(token) - {"TAG", "LOWER", "DEP", "IS_SPACE"}:
            sys.exit(f"tables.py: the attribute ruler asks for {token}")
        for name in ["TAG", "LOWER", "DEP"]:
            out += condition(token.get(name))
        out += struct.pack("<B", {None: 0, False: 1, True: 2}[token.get("IS_SPACE")])
    for name in ["TAG", "POS", "MORPH", "LEMMA", "DEP"]:
        value = attrs.get(name)
        out += struct.pack("<B", value is not None)
        if value is not None:
            out += string("" if value == "_" else value)
    return out


def condition(value):
    """0: anything; 1: one of the words; 2: none of the words."""
    if value is None:
        return struct.pack("<B", 0)
    if isinstance(value, str):
        value = {"IN": [value]}
    [(kind, words)] = value.items()
    if kind == "REGEX":
        kind, words = "IN", expand(words)
    # Every token has a tag and a relation, so "not nothing" says nothing.
    words = sorted(set(filter(None, words)))
    return struct.pack("<B", {"IN": 1, "NOT_IN": 2}[kind]) + strings(words)


def expand(pattern):
    """The few texts that `^…$` matches: letters, `?` after one, one of `[…]`."""
    body = re.fullmatch(r"\^(.*)\$", pattern).group(1)
    texts = [""]
    for chars, optional in re.findall(r"(\[\w+\]|[\w'])(\??)", body):
        choices = list(chars.strip("[]")) + ([""] if optional else [])
        texts = [text + choice for text in texts for choice in choices]
    if not all(re.search(pattern, text) for text in texts) or re.sub(r"[\w'\[\]?]", "", body):
        sys.exit(f"tables.py: the attribute ruler has a new expression: {pattern}")
    return texts


# Lemmatizer


def lemmas(model_dir):
    """For each part of speech: rules, exceptions, the sorted list of known words."""
    tables = srsly.msgpack_loads((model_dir / "lemmatizer" / "lookups" / "lookups.bin").read_bytes())
    known = {get_string_id(pos) for pos in LEMMA_POS}
    if any(set(map(int, table)) - known for table in tables.values()):
        sys.exit("tables.py: the lemmatizer knows a new part of speech")
    out = b""
    for pos in LEMMA_POS:
        key = get_string_id(pos)
        rules = tables["lemma_rules"].get(key, [])
        out += struct.pack("<B", len(rules)) + b"".join(string(old) + string(new) for old, new in rules)
        exceptions = tables["lemma_exc"].get(key, {})
        out += sorted_words({word.encode(): b"\0".join(f.encode() for f in forms) for word, forms in exceptions.items()})
        out += sorted_words({word.encode(): b"" for word in tables["lemma_index"].get(key, [])})
    return out


def sorted_words(table):
    """A sorted table in blocks: the first word of a block is whole, each other one
    begins with a count of bytes shared with the word before.

    Number of blocks, their starts, number of bytes, blocks: [shared, length, rest,
    length of value, value].
    """
    starts, blocks, before = [], b"", b""
    for number, word in enumerate(sorted(table)):
        shared = 0
        if number % BLOCK == 0:
            starts.append(len(blocks))
        else:
            while shared < min(len(word), len(before)) and word[shared] == before[shared]:
                shared += 1
        rest, value = word[shared:], table[word]
        blocks += struct.pack("<BB", shared, len(rest)) + rest + struct.pack("<B", len(value)) + value
        before = word
    return struct.pack(f"<I{len(starts)}II", len(starts), *starts, len(blocks)) + blocks


# Bytes


def string(text):
    data = text.encode()
    return struct.pack("<B", len(data)) + data


def strings(texts):
    return struct.pack("<H", len(texts)) + b"".join(map(string, texts))


if __name__ == "__main__":
    model_dir, out_dir = map(Path, sys.argv[1:])
    out_dir.mkdir(parents=True, exist_ok=True)
    for name, data in sections(model_dir).items():
        (out_dir / f"{name}.bin").write_bytes(data)
        print(f"{name}: {len(data)} bytes")
