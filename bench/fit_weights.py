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

# What the dump was made with: lib/resolve/near.h.
NOW = {"sounds": -2.0, "letters": -0.355, "size": 0.97}
NAMES = ["near", "reading", "sounds", "letters", "size"]
START = np.array([-2.4, 1.9, -2.0, -0.36, 0.97])
SCALE = np.array([1, 1, 1, 20, 5.0])  # of the features
ROUNDS = 1500
FIXED = 6  # columns before the features


def row_of(cells):
    """The features to fit, and the sum of the others."""
    features = {key: float(value) for key, value in
                (cell.split("=") for cell in cells)}
    if "near" not in features and "reading" not in features:
        return [0.0] * len(NAMES), sum(features.values())
    row = [float("near" in features), float("reading" in features)]
    row += [features.get(name, 0.0) / NOW[name] for name in NAMES[2:]]
    rest = sum(value for key, value in features.items() if key not in NAMES)
    return row, rest


def read(paths):
    rows, right, rest, sizes, files = [], [], [], [], []
    for path in paths:
        with open(path, encoding="utf-8") as lines:
            count = 0
            for line in lines:
                cells = line.rstrip("\n").split("\t")
                if len(cells) >= FIXED:
                    row, other = row_of(cells[FIXED:])
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
        weights, mean, square = START.copy(), np.zeros(5), np.zeros(5)
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
    for name, weight in zip(NAMES, weights):
        print(f"{name}\t{weight:.3f}")
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
