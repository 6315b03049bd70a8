#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Fits the weights of lib/resolve/near.h.

    build/release/bench/accuracy lexicon PAIRS --dump features.txt
    bench/fit_weights.py features.txt [...]

A line of features.txt is a candidate: set ("-out" behind it: the answers are
not in the lexicon), right, scripts, level, query, form, then name=value. An
empty line ends a query.

A conditional logit: the answer is one of the candidates or none of them, and
its log-odds are a sum of weighted features. The features that near.h weighs
are fitted, the others stay as they are. Needs numpy; prints the weights, and
for each file how far the fitted probabilities are from the truth.
"""
import sys

import numpy as np

# What the dump was made with, and where fitting starts: lib/resolve/near.h.
COLUMNS = ["reading", "near", "sounds", "differ", "letters", "size"]
GROUPS = {
    "fitted": [3.17, 1.58, -0.425, -9.4, -1.38, 0.147],
    "unwritten": [2.82, 1.46, -0.733, -8.7, -1.68, 0.33],
    "plain": [1.26, -2.35, -0.772, -6.7, 0.0, 0.209],
}
ABJADS = {"Arab", "Hebr", "Orkh", "Syrc"}
SCALE = np.array([1, 1, 1, 0.2, 2, 5.0] * 3)  # of the features
ROUNDS = 1500
FIXED = 6  # columns before the features


def group_of(features, scripts):
    if not features["letters"]:
        return "plain"
    query, form = (part in ABJADS for part in scripts.split("-"))
    return "unwritten" if query != form else "fitted"


def row_of(cells, scripts):
    """The features to fit, and the sum of the others."""
    features = {key: float(value) for key, value in
                (cell.split("=") for cell in cells)}
    row = np.zeros(len(GROUPS) * len(COLUMNS))
    if "near" not in features and "reading" not in features:
        return row, sum(features.values())
    group = group_of(features, scripts)
    now = GROUPS[group]
    at = list(GROUPS).index(group) * len(COLUMNS)
    size = features["size"] / now[5]
    sounds = features["sounds"] / (now[2] + now[3] / size)
    letters = features["letters"] / now[4] if now[4] else 0.0
    row[at:at + len(COLUMNS)] = ["reading" in features, "near" in features,
                                 sounds, sounds / size, letters, size]
    rest = sum(value for key, value in features.items() if key not in COLUMNS)
    return row, rest


def read(paths):
    rows, right, rest, sizes, files = [], [], [], [], []
    for path in paths:
        with open(path, encoding="utf-8") as lines:
            count = 0
            for line in lines:
                cells = line.rstrip("\n").split("\t")
                if len(cells) >= FIXED:
                    row, other = row_of(cells[FIXED:], cells[2])
                    rows.append(row)
                    rest.append(other)
                    right.append(int(cells[1]))
                    count += 1
                elif count:
                    sizes.append(count)
                    files.append(path)
                    count = 0
    return (np.array(rows), np.array(right), np.array(rest), np.array(sizes),
            files)


class Fit:
    def __init__(self, rows, right, rest, sizes):
        self.rows, self.right, self.rest, self.sizes = rows, right, rest, sizes
        self.starts = np.r_[0, np.cumsum(sizes)[:-1]]
        self.answered = np.add.reduceat(right, self.starts) > 0

    def probabilities(self, weights):
        score = self.rows @ weights + self.rest
        top = np.maximum(np.maximum.reduceat(score, self.starts), 0)
        odds = np.exp(score - np.repeat(top, self.sizes))
        total = np.add.reduceat(odds, self.starts) + np.exp(-top)
        return odds / np.repeat(total, self.sizes), odds, total, np.exp(-top)

    def step(self, weights):
        told, odds, total, none = self.probabilities(weights)
        of_right = np.add.reduceat(odds * self.right, self.starts)
        answer = np.where(self.answered, of_right, none)
        share = np.where(
            np.repeat(self.answered, self.sizes),
            odds * self.right /
            np.repeat(np.maximum(of_right, 1e-300), self.sizes), 0)
        count = len(self.sizes)
        slope = ((share - told)[:, None] * self.rows).sum(0) / count
        return np.log(answer / total).mean(), slope

    def run(self):
        weights = np.concatenate(list(GROUPS.values()))
        mean, square = np.zeros(len(weights)), np.zeros(len(weights))
        for _ in range(ROUNDS):
            likelihood, slope = self.step(weights)
            mean = 0.9 * mean + 0.1 * slope / SCALE
            square = 0.99 * square + 0.01 * (slope / SCALE) ** 2
            weights = weights + 0.03 * mean / np.sqrt(square + 1e-8) / SCALE
        return weights, likelihood


def calibration_error(told):
    told = sorted(told)
    error = 0.0
    for bin_number in range(10):
        part = told[len(told) * bin_number // 10:
                    len(told) * (bin_number + 1) // 10]
        error += abs(sum(p for p, _ in part) - sum(r for _, r in part))
    return error / len(told)


def main():
    rows, right, rest, sizes, files = read(sys.argv[1:])
    fit = Fit(rows, right, rest, sizes)
    weights, likelihood = fit.run()
    for group, part in zip(GROUPS, np.split(weights, len(GROUPS))):
        print(group, dict(zip(COLUMNS, np.round(part, 3).tolist())))
    print(f"log-likelihood\t{likelihood:.4f}")
    told = fit.probabilities(weights)[0]
    for path in sorted(set(files)):
        best = []
        for i, of_file in enumerate(files):
            if of_file == path:
                part = slice(fit.starts[i], fit.starts[i] + sizes[i])
                at = int(np.argmax(told[part]))
                best.append((told[part][at], right[part][at]))
        print(f"{path}\tcalibration error {calibration_error(best):.3f}")


if __name__ == "__main__":
    main()
