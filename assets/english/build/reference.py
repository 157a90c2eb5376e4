#!/usr/bin/env python3
"""Analyses texts with spaCy, for comparing, and says how fast it was.

usage: reference.py MODEL_FOLDER TEXTS.jsonl… > REFERENCE.jsonl

A line of TEXTS is {"id", "text"}; other fields are ignored. Offsets in the answer are code points.
"""
import json
import sys
import time

import spacy


def analysis(identity, text, doc):
    return {
        "id": identity,
        "text": text,
        "tokens": [[t.idx, t.idx + len(t), t.tag_, t.pos_, t.lemma_, t.head.i, t.dep_] for t in doc],
        "sents": [[s.start, s.end] for s in doc.sents],
        "ents": [[e.start_char, e.end_char, e.label_] for e in doc.ents],
    }


def main(model, paths):
    nlp = spacy.load(model)
    size, seconds = 0, 0.0
    for path in paths:
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                entry = json.loads(line)
                text = entry["text"]
                start = time.process_time()
                doc = nlp(text)
                seconds += time.process_time() - start
                size += len(text.encode())
                print(json.dumps(analysis(entry["id"], text, doc), ensure_ascii=False))
    print(f"spaCy {spacy.__version__}: {size} bytes in {seconds:.1f} s of processor time, {size / seconds / 1e6:.3f} MB/s", file=sys.stderr)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2:])
