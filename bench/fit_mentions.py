#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Fits the weights of lib/resolve/weights.h to annotated texts.

    build/dev/bench/mention_features LEXICON.klex corpora/*.txt > features.tsv
    bench/fit_mentions.py features.tsv corpora

A conditional logit: a mention is one of its candidates or none of them. What
each feature adds today is multiplied by a factor; the factors are fitted, held
near 1 by a prior, for the texts are few. Prints the factors, and what the
probabilities are worth on texts left out one at a time: log loss, share right
of the decided, calibration error. Needs numpy.
"""
import argparse
import collections
import json
import pathlib

import numpy as np

ROUNDS = 400
STEP = 0.05


def read_gold(folder):
    gold = collections.defaultdict(list)
    for path in pathlib.Path(folder).glob("*.gold.jsonl"):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            gold[row["doc"]].append(row)
    return gold


def answer_of(rows, start, end, entities):
    """The number of the right candidate, -1 for none, None when unknown."""
    over = [r for r in rows if r["start"] < end and r["end"] > start]
    if not over:
        return -1
    for row in over:
        right = [row["entity"]] + row.get("alt", [])
        for number, entity in enumerate(entities):
            if entity in right:
                return number
    same = any(r["start"] == start and r["end"] == end for r in over)
    return -1 if same else None


def read(path, gold):
    """Mentions by document: (features of each candidate, answer)."""
    mentions = collections.OrderedDict()
    for line in open(path, encoding="utf-8"):
        doc, start, end, entity, feature, weight = line.rstrip("\n").split("\t")
        key = (pathlib.Path(doc).name, int(start), int(end))
        candidates = mentions.setdefault(key, collections.OrderedDict())
        values = candidates.setdefault(entity, collections.Counter())
        values[feature] += float(weight)
    docs = collections.defaultdict(list)
    for (doc, start, end), candidates in mentions.items():
        answer = answer_of(gold[doc], start, end, list(candidates))
        if answer is not None:
            docs[doc].append((list(candidates.values()), answer))
    return docs


def matrix_of(docs, names):
    """Arrays padded to the most candidates: x, mask, answer."""
    most = max(len(c) for rows in docs.values() for c, _ in rows)
    out = {}
    for doc, rows in docs.items():
        x = np.zeros((len(rows), most, len(names)))
        mask = np.full((len(rows), most), -1e9)
        answer = np.zeros(len(rows), int)
        for i, (candidates, right) in enumerate(rows):
            for j, values in enumerate(candidates):
                mask[i, j] = 0
                x[i, j] = [values.get(n, 0.0) for n in names]
                x[i, j, 0] = 1
            answer[i] = right if right >= 0 else most
        out[doc] = (x, mask, answer)
    return out


def probabilities(w, x, mask):
    score = x @ w + mask
    score = np.concatenate([score, np.zeros((len(score), 1))], axis=1)
    score -= score.max(axis=1, keepdims=True)
    p = np.exp(score)
    return p / p.sum(axis=1, keepdims=True)


def fit(parts, prior, start):
    x = np.concatenate([p[0] for p in parts])
    mask = np.concatenate([p[1] for p in parts])
    answer = np.concatenate([p[2] for p in parts])
    truth = np.eye(x.shape[1] + 1)[answer][:, :-1]
    w, m, v = start.copy(), np.zeros_like(start), np.zeros_like(start)
    for t in range(1, ROUNDS + 1):
        p = probabilities(w, x, mask)[:, :-1]
        grad = np.einsum("ij,ijk->k", p - truth, x) + prior * (w - start)
        m = 0.9 * m + 0.1 * grad
        v = 0.99 * v + 0.01 * grad ** 2
        w = w - STEP * (m / (1 - 0.9 ** t)) / (np.sqrt(v / (1 - 0.99 ** t))
                                               + 1e-9)
    return w


def report(title, p, answer, decide):
    top = p[:, :-1].argmax(axis=1)
    most = p[np.arange(len(p)), top]
    right = top == answer
    loss = -np.log(np.maximum(p[np.arange(len(p)), answer], 1e-9)).mean()
    order = np.argsort(most)
    error = sum(len(b) * abs(most[b].mean() - right[b].mean())
                for b in np.array_split(order, 10)) / len(p)
    decided = most >= decide
    print(f"{title:10} mentions {len(p)} loss {loss:.3f} top right "
          f"{right.mean():.3f} decided {decided.mean():.3f} right of these "
          f"{right[decided].mean():.3f} calibration error {error:.3f}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("features")
    parser.add_argument("folder")
    parser.add_argument("--prior", type=float, default=8.0)
    parser.add_argument("--decide", type=float, default=0.6)
    options = parser.parse_args()
    docs = read(options.features, read_gold(options.folder))
    names = ["bias"] + sorted({n for rows in docs.values()
                               for c, _ in rows for v in c for n in v})
    data = matrix_of(docs, names)
    start = np.array([0.0] + [1.0] * (len(names) - 1))
    answers = np.concatenate([d[2] for d in data.values()])
    now = np.concatenate([probabilities(start, d[0], d[1])
                          for d in data.values()])
    report("now", now, answers, options.decide)
    left_out = np.concatenate([
        probabilities(fit([data[o] for o in data if o != doc], options.prior,
                          start), data[doc][0], data[doc][1])
        for doc in data])
    report("left out", left_out, answers, options.decide)
    w = fit(list(data.values()), options.prior, start)
    for name, factor in zip(names, w):
        print(f"{name:16} {factor:7.3f}")


if __name__ == "__main__":
    main()
