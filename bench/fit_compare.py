#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Fits the weights of lib/resolve/compare_score.h.

    build/dev/khitai compile --no-lexicon --out empty.klex
    build/dev/bench/compare empty.klex PAIRS --dump > measures.tsv
    bench/fit_compare.py measures.tsv --write lib/resolve/compare_score.h

A logistic model of one name or two, over the measures of compare_score.h, each
with the sign it must have; some weights are set by hand. Pairs judged by people
count as much as all sets of places together. Needs numpy. Prints the weights,
and for the judged pairs what folds say that the fitting had not seen: pairs
that share a name are in one fold. --errors prints the pairs told wrongly.
"""
import re
import sys

import numpy as np

JUDGED = "namebench_verify"
FOLDS = 10
PRIOR = 0.02  # of squared weights, against the mean log-likelihood
ROUNDS = 4000

# What a measure may say: for (+), against (-), either (0).
SIGNS = {"start": 0, "agreed": 1, "moved": 0, "joined": 0, "short-forms": 0,
         "scripts": 0, "title-omitted": 0, "legal-omitted": 0, "letters": 1}
# Set by hand: the judged pairs take Fund V for Fund VI.
BY_HAND = {"equal": 2.0, "number-omitted": -2.5, "number-other": -5.0,
           "dates-other": -5.0, "turned": -3.0, "only-initials": -1.2, "alone": -1.2,
           "alone-short": -1.2, "dates-fit": 1.5}


def read(path):
    rows, same, info = [], [], []
    with open(path, encoding="utf-8") as lines:
        names = next(lines).rstrip("\n").split("\t")[6:]
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            rows.append([float(cell) for cell in cells[6:]])
            same.append(int(cells[3]))
            info.append(cells[:3] + cells[4:6])
    return names, np.array(rows), np.array(same), info


def folds_of(info):
    """A fold for each pair; pairs that share a name are in one."""
    root = {}

    def find(name):
        while root.setdefault(name, name) != name:
            name = root[name]
        return name

    for _, _, _, a, b in info:
        root[find(a.lower())] = find(b.lower())
    order = {}
    return np.array([order.setdefault(find(a.lower()), len(order)) % FOLDS
                     for _, _, _, a, _ in info])


def importance(names, rows, same, info):
    """How much each pair counts; none that the hand-set weights deny."""
    sets = np.array([one[0] for one in info])
    weight = np.zeros(len(info))
    places = [one for one in np.unique(sets) if one != JUDGED]
    for name in np.unique(sets):
        share = 1.0 if name == JUDGED else 1.0 / len(places)
        weight[sets == name] = share / (sets == name).sum()
    denied = (rows[:, names.index("number-other")] > 0) & (same == 1)
    weight[denied] = 0
    return weight / weight.sum()


def fit(names, rows, same, weight):
    """Adam on the log-likelihood, kept to the signs."""
    signs = np.array([SIGNS.get(name, -1) for name in names])
    fixed = np.array([name in BY_HAND for name in names])
    weights = np.array([BY_HAND.get(name, 0.0) for name in names])
    mean, square = np.zeros(len(names)), np.zeros(len(names))
    shrink = np.array([0.0 if name == "start" else PRIOR for name in names])
    for step in range(1, ROUNDS + 1):
        told = 1 / (1 + np.exp(-(rows @ weights)))
        slope = ((same - told) * weight) @ rows - shrink * weights * 0.1
        mean = 0.9 * mean + 0.1 * slope
        square = 0.999 * square + 0.001 * slope ** 2
        rate = 0.05 * (1 - step / ROUNDS) + 0.001
        move = rate * (mean / (1 - 0.9 ** step)) / (
            np.sqrt(square / (1 - 0.999 ** step)) + 1e-8)
        weights = np.where(fixed, weights, weights + move)
        wrong = ((signs > 0) & (weights < 0)) | ((signs < 0) & (weights > 0))
        weights = np.where(wrong & ~fixed, 0, weights)
    return weights


def figures(told, same):
    yes = told >= 0.5
    hits = (yes & (same == 1)).sum()
    precision = hits / max(yes.sum(), 1)
    recall = hits / max((same == 1).sum(), 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return precision, recall, f1


def write(path, names, weights):
    """Puts the weights into the table of compare_score.h."""
    with open(path, encoding="utf-8") as file:
        text = file.read()
    for name, value in zip(names, weights):
        text, count = re.subn(
            r'(\{"' + name + r'", Group::k\w+, )[-0-9.]+',
            lambda found, value=value: f"{found[1]}{value:.2f}", text)
        if count != 1:
            sys.exit(f"{path}: {count} rows of '{name}', expected 1")
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def main():
    names, rows, same, info = read(sys.argv[1])
    sets = np.array([one[0] for one in info])
    groups = np.array([one[1] for one in info])
    weight = importance(names, rows, same, info)
    fold = folds_of(info)
    told = np.zeros(len(info))
    for one in range(FOLDS):
        held = fold == one
        weights = fit(names, rows[~held], same[~held],
                      weight[~held] / weight[~held].sum())
        told[held] = 1 / (1 + np.exp(-(rows[held] @ weights)))
    weights = fit(names, rows, same, weight)
    for name, value in zip(names, weights):
        print(f"{name}\t{value:.2f}")
    if "--write" in sys.argv:
        write(sys.argv[sys.argv.index("--write") + 1], names, weights)
    print("cross-validated\tpairs\tprecision\trecall\tF1")
    parts = [(JUDGED, sets == JUDGED)]
    parts += [(f"{JUDGED} {one}", (sets == JUDGED) & (groups == one))
              for one in ("person", "other")]
    parts += [(one, sets == one) for one in np.unique(sets) if one != JUDGED]
    for name, part in parts:
        p, r, f1 = figures(told[part], same[part])
        print(f"{name}\t{part.sum()}\t{p:.3f}\t{r:.3f}\t{f1:.3f}")
    if "--errors" in sys.argv:
        for i in np.argsort(told):
            if (told[i] >= 0.5) != same[i]:
                print(f"{told[i]:.2f}\t{same[i]}\t" + "\t".join(info[i]))


if __name__ == "__main__":
    main()
