"""Fits the reader's weights from the vectors that `ringfence features` writes.

    fit.py VECTORS DIR            write DIR/weights.bin and DIR/model.toml
    fit.py VECTORS --leave-out set|lang
                                  score each page by weights that nothing of its
                                  set (or language) had a part in, and print how
                                  many scams and honest pages are above what

The same vectors give the same bytes (scikit-learn is pinned, no random state).
"""

import argparse
import hashlib
import json
from collections import defaultdict
from pathlib import Path

import numpy as np
from sklearn.datasets import load_svmlight_file
from sklearn.linear_model import LogisticRegression

FAMILIES = ["brand", "callback", "remote", "scare"]
BUCKETS = 69632
# Inverse strength of the penalty on large weights; of 4, 8, 15, 30 and 100 the
# one with most scams above the honest pages of left-out sets.
C = 8.0
# Fits of an evaluation: each leaves an equal share of the sets out.
FOLDS = 6


def load(path):
    """The vectors, the families' numbers (0: honest) and the pages' lines."""
    x, y = load_svmlight_file(str(path), n_features=BUCKETS, zero_based=True)
    with open(path, encoding="utf-8") as lines:
        pages = [json.loads(line.split(" # ", 1)[1]) for line in lines]
    return x.tocsr(), y.astype(int), pages


def fit(x, y):
    """What each bucket speaks for each family rather than for honesty."""
    model = LogisticRegression(C=C, class_weight="balanced", max_iter=300, tol=1e-3)
    model.fit(x, y)
    weights = model.coef_[1:] - model.coef_[0]
    return weights.T, model.intercept_[1:] - model.intercept_[0]


def quantise(weights):
    """Signed bytes, and what one is worth in each column."""
    scales = np.abs(weights).max(axis=0) / 127
    return np.round(weights / scales).astype(np.int8), scales


def score(x, weights, intercepts):
    """As `reader::weights::score`: the odds of any family, and the likeliest."""
    sums = x @ weights + intercepts
    return np.logaddexp.reduce(sums, axis=1), sums.argmax(axis=1) + 1


def left_out(x, y, of):
    """Scores by weights that nothing of the same `of` had a part in; a few of
    them are left out together, which asks more and takes less time."""
    scores, families = np.zeros(len(y)), np.zeros(len(y), int)
    fold = {one: at % FOLDS for at, one in enumerate(sorted(set(of)))}
    for at in range(FOLDS):
        inside = np.array([fold[one] == at for one in of])
        weights, intercepts = fit(x[~inside], y[~inside])
        quantised, scales = quantise(weights)
        scores[inside], families[inside] = score(x[inside], quantised * scales, intercepts)
    return scores, families


def thresholds(scores, y):
    """Cautions for the honest pages that score highest: one in a hundred;
    dangers above all of them."""
    honest = np.sort(scores[y == 0])[::-1]
    return honest[len(honest) // 100], honest[0] + 0.5


def language(page):
    return page["lang"].split("-")[0] or "en"


def report(scores, y, pages, caution):
    print(f"threshold {caution:.2f}")
    alarmed = scores > caution
    for name, key in [
        ("set", lambda page: page["set"]),
        ("family", lambda page: page["family"]),
        ("language", language),
    ]:
        rows = defaultdict(lambda: [0, 0, 0, 0])
        for page, label, above in zip(pages, y, alarmed):
            row = rows[key(page)]
            row[0 if label else 2] += above
            row[1 if label else 3] += 1
        print(f"\n{name:<10} {'scams above':>14} {'honest above':>14}")
        for value, (scams, of_scams, honest, of_honest) in sorted(rows.items()):
            share = f"{100 * scams / of_scams:5.1f}%" if of_scams else ""
            print(f"{value:<10} {scams:>5} of {of_scams:>4} {share:>7} {honest:>4} of {of_honest:>4}")
    print(f"\nall: {alarmed[y > 0].mean():.1%} of scams, {alarmed[y == 0].mean():.1%} of honest pages")
    print("\nReliability: share of scams among pages with such a score")
    edges = np.arange(-8, 9, 2)
    for low, high in zip(edges[:-1], edges[1:]):
        inside = (scores >= low) & (scores < high)
        if inside.any():
            print(f"{low:>4} to {high:>2}: {(y[inside] > 0).mean():6.1%} of {inside.sum()}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("vectors", type=Path)
    parser.add_argument("dir", type=Path, nargs="?")
    parser.add_argument("--leave-out", choices=["set", "lang"], default="set")
    args = parser.parse_args()
    x, y, pages = load(args.vectors)
    key = language if args.leave_out == "lang" else lambda page: page["set"]
    scores, _ = left_out(x, y, [key(page) for page in pages])
    caution, danger = thresholds(scores, y)
    if args.dir is None:
        report(scores, y, pages, caution)
        return
    weights, intercepts = fit(x, y)
    quantised, scales = quantise(weights)
    bytes_ = quantised.astype(np.int8).tobytes()
    (args.dir / "weights.bin").write_bytes(bytes_)
    numbers = lambda values: "[" + ", ".join(f"{value:.6f}" for value in values) + "]"
    (args.dir / "model.toml").write_text(
        f"""# Written by `training/retrain.sh`: do not edit. docs/reader.md says what it is.
families = {json.dumps(FAMILIES)}
buckets = {BUCKETS}
scales = {numbers(scales)}
intercepts = {numbers(intercepts)}
caution = {caution:.4f}
danger = {danger:.4f}
pages = {len(y)}
scams = {int((y > 0).sum())}
vectors_sha256 = "{hashlib.sha256(args.vectors.read_bytes()).hexdigest()}"
weights_sha256 = "{hashlib.sha256(bytes_).hexdigest()}"
"""
    )


if __name__ == "__main__":
    main()
