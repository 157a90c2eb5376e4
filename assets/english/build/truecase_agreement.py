"""Prints how far spaCy's analysis of text in capitals, and of restored text, is that of the original.

usage: truecase_agreement.py MODEL RESTORED

MODEL     folder of spaCy's en_core_web_md
RESTORED  JSON lines with text, upper and restored, as `truecase_accuracy --restored` writes them

Entities count by span and label, against those that spaCy finds in the original; "names" are
entities of people, places and organisations. Tags count by token with the same span.
"""
import collections
import json
import sys

import spacy

NAMES = {"FAC", "GPE", "LOC", "NORP", "ORG", "PERSON"}


def analyse(nlp, texts):
    for doc in nlp.pipe(texts, batch_size=32):
        entities = {(entity.start_char, entity.end_char, entity.label_) for entity in doc.ents}
        yield entities, {(token.idx, token.idx + len(token)): token.tag_ for token in doc}


def main(model, restored):
    nlp = spacy.load(model, exclude=["lemmatizer", "attribute_ruler", "parser"])
    with open(restored, encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    original = list(analyse(nlp, (row["text"] for row in rows)))
    print("| text | entities P / R / F1 | names P / R / F1 | tags |\n|---|---|---|---|")
    for kind in ("upper", "restored"):
        counts = collections.Counter()
        for (gold, gold_tags), (found, tags) in zip(original, analyse(nlp, (row[kind] for row in rows))):
            for group, labels in (("entities", None), ("names", NAMES)):
                a = {entity for entity in gold if labels is None or entity[2] in labels}
                b = {entity for entity in found if labels is None or entity[2] in labels}
                counts.update({group: len(a & b), group + " gold": len(a), group + " found": len(b)})
            counts["tokens"] += len(gold_tags)
            counts["tags"] += sum(tags.get(span) == tag for span, tag in gold_tags.items())
        cells = []
        for group in ("entities", "names"):
            same, gold, found = counts[group], counts[group + " gold"], counts[group + " found"]
            cells.append(f"{same / found:.3f} / {same / gold:.3f} / {2 * same / (found + gold):.3f}")
        print(f"| {kind} | {cells[0]} | {cells[1]} | {counts['tags'] / counts['tokens']:.4f} |", flush=True)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
