"""The networks of en_core_web_md as sections: words to rows, tables in f16, matrices in i8.

A matrix of the model is out × in with `pieces` candidates for each output, the largest of which is
taken (maxout). It is stored in × out, pieces outermost, as integers in -127..=127 with one f32 scale
for each column: column c stands for the numbers weights[:, c] * scales[c].
"""
import json

import numpy as np
import spacy

WIDTH = 96
PIECES = 3
WINDOW = 3  # the token and its neighbours
HIDDEN = 64
HIDDEN_PIECES = 2
MIX = 0x9E3779B97F4A7C15  # odd, so that no two hashes become one
LANES = 32  # scores of the moves are computed in groups of so many


def sections(model_dir):
    nlp = spacy.load(model_dir)
    tagger, parser, ner = (nlp.get_pipe(name) for name in ("tagger", "parser", "ner"))
    vectors = nlp.vocab.vectors
    out = {"vectors.keys": _vector_keys(vectors)}
    out |= _encoder("shared", nlp.get_pipe("tok2vec").model, vectors.data)
    out |= _encoder("ner", ner.model.get_ref("tok2vec"), vectors.data)
    softmax = next(node for node in tagger.model.walk() if node.name == "softmax")
    out |= _dense("tags", softmax.get_param("W").T, softmax.get_param("b"))
    out |= _transitions("parse", parser.model)
    out |= _transitions("entities", ner.model)
    labels = {
        "tags": list(tagger.labels),
        "parse_moves": [parser.moves.get_class_name(i) for i in range(parser.moves.n_moves)],
        "entity_moves": [ner.moves.get_class_name(i) for i in range(ner.moves.n_moves)],
    }
    out["labels"] = json.dumps(labels, separators=(",", ":")).encode()
    return out


def _vector_keys(vectors):
    """Where each word form has its vector: the upper 48 bits of its mixed hash, and the row.

    Mixed, since a few words have small numbers for a hash. 65,537 u32 of where the forms with the same upper 16 bits begin, then for each form
    the next 32 bits, then for each the row as u16, in the order of the hashes.
    """
    entries = sorted((key * MIX % 2**64 >> 16, row) for key, row in vectors.key2row.items())
    assert len({short for short, _ in entries}) == len(entries), "two word forms have the same 48 bits"
    short = np.array([short for short, _ in entries], dtype="<u8")
    starts = np.searchsorted(short >> 32, np.arange(65537, dtype="<u8")).astype("<u4")
    rows = np.array([row for _, row in entries], dtype="<u2")
    return starts.tobytes() + short.astype("<u4").tobytes() + rows.tobytes()


def _encoder(name, model, vectors):
    """Attributes of a word to a vector of it, then four layers that look at the neighbours."""
    nodes = list(model.walk())
    tables = [node for node in nodes if node.name == "hashembed"]
    columns = next(node for node in nodes if node.name == "extract_features").attrs["columns"]
    static = next(node for node in nodes if node.name == "static_vectors")
    maxouts = [node for node in nodes if node.name == "maxout"]
    norms = [node for node in nodes if node.name == "layernorm"]
    assert len(maxouts) == len(norms) == 5 and len(tables) == len(columns)
    out = {}
    spec = []
    for node, column in zip(tables, columns):
        table = node.get_param("E")
        assert table.shape[1] == WIDTH
        out[f"{name}.table.{column.lower()}"] = _f16(table)
        spec.append({"attribute": column, "seed": node.attrs["seed"], "rows": table.shape[0]})
    out[f"{name}.attributes"] = json.dumps(spec, separators=(",", ":")).encode()
    out[f"{name}.vectors"] = _f16(vectors @ static.get_param("W").T)
    for layer, (maxout, norm) in enumerate(zip(maxouts, norms)):
        weights, bias = maxout.get_param("W"), maxout.get_param("b")
        assert weights.shape[:2] == (WIDTH, PIECES)
        matrix = weights.transpose(2, 1, 0).reshape(weights.shape[2], PIECES * WIDTH)
        if layer > 0:  # one block of columns for the token before, itself and the one after
            matrix = matrix.reshape(WINDOW, WIDTH, PIECES * WIDTH).transpose(1, 0, 2).reshape(WIDTH, -1)
        out |= _dense(f"{name}.layer{layer}", matrix, bias.T.reshape(-1))
        out[f"{name}.layer{layer}.norm"] = _f32(np.stack([norm.get_param("G"), norm.get_param("b")]))
    return out


def _transitions(name, model):
    """What a token adds to the hidden layer in each place of the state, and what a move scores.

    The model narrows a token's vector to 64 numbers and multiplies those; here both are one matrix.
    """
    narrow = next(n for n in model.get_ref("tok2vec").walk() if n.name == "linear")
    lower, upper = model.get_ref("lower"), model.get_ref("upper")
    weights, pad = lower.get_param("W"), lower.get_param("pad")
    features = weights.shape[0]
    assert weights.shape[1:] == (HIDDEN, HIDDEN_PIECES, HIDDEN)
    matrix = weights.transpose(3, 0, 2, 1).reshape(HIDDEN, -1)
    composed = narrow.get_param("W").T @ matrix
    out = _dense(name, composed, narrow.get_param("b") @ matrix)
    out[f"{name}.missing"] = _f32(pad[0].transpose(0, 2, 1).reshape(features, -1))
    out[f"{name}.hidden"] = _f32(lower.get_param("b").T.reshape(-1))
    scores, bias = upper.get_param("W"), upper.get_param("b")
    extra = -len(bias) % LANES
    padded = np.pad(scores.T, ((0, 0), (0, extra)))
    out[f"{name}.scores"] = _f32(padded.reshape(HIDDEN, -1, LANES).transpose(1, 0, 2))
    out[f"{name}.scores.bias"] = _f32(np.pad(bias, (0, extra)))
    return out


def _dense(name, matrix, bias):
    scales = np.abs(matrix).max(axis=0) / 127
    weights = np.rint(matrix / scales)
    assert np.abs(weights).max() <= 127
    return {
        f"{name}.weights": np.ascontiguousarray(weights, dtype="i1").tobytes(),
        f"{name}.scales": _f32(scales),
        f"{name}.bias": _f32(bias),
    }


def _f16(array):
    return np.ascontiguousarray(array, dtype="<f2").tobytes()


def _f32(array):
    return np.ascontiguousarray(array, dtype="<f4").tobytes()
