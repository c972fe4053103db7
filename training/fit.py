"""Fits the reader's weights from the vectors that `ringfence features` writes;
`retrain.sh` runs it.

    fit.py VECTORS DIR                     writes DIR/weights.bin, families.bin, model.toml
    fit.py VECTORS --leave-out set|lang    scores each page by weights that nothing
                                           of its set (or language) had a part in,
                                           and prints the figures

The same vectors give the same bytes: scikit-learn is pinned, nothing is random.
"""

import argparse
import hashlib
import json
from collections import defaultdict
from pathlib import Path

import numpy as np
from scipy import sparse
from sklearn.datasets import load_svmlight_file
from sklearn.svm import LinearSVC

FAMILIES = ["brand", "callback", "remote", "scare"]
BUCKETS = 136192
# Neighbouring buckets that share their weights of families.
SHARED = 4
# Inverse strength of the penalty on large weights; of 0.1, 0.3, 1, 2 and 3 one
# of those with most scams above the honest pages of left-out sets.
C = 2.0
# How much a bucket's share among scams and among honest pages counts beside its
# mere being there, and what is added to both shares (of 0, 0.3, 0.4, 0.5, 0.7
# and 1, and of 0.1, 0.2, 0.3 and 1).
CONTRAST, SMOOTHING = 0.4, 0.2
# Fits for the thresholds: each leaves an equal share of the sets out. An
# evaluation leaves them out one at a time.
FOLDS = 6
# How far a danger's score lies above the highest honest one.
MARGIN = 0.1
# The pages of `tests/pages`: rules were made for them, so that they are learned
# from and not measured by.
SEEN = "Tests"
# One page in so many is written down with its score.
CHECKED = 100


def load(path):
    """The vectors, the families' numbers (0: honest) and the pages' lines."""
    x, y = load_svmlight_file(str(path), n_features=BUCKETS, zero_based=True)
    with open(path, encoding="utf-8") as lines:
        pages = [json.loads(line.split(" # ", 1)[1]) for line in lines]
    return narrow(x.tocsr()), y.astype(int), pages


def fit(x, y):
    """The column that tells scams from honest pages, and one for each family that
    tells it from the other scams."""
    scams = y > 0
    weights, intercept = separate(x, scams)
    shared = share(x[scams])
    families = [separate(shared, y[scams] == 1 + family) for family in range(len(FAMILIES))]
    of_families, intercepts = zip(*families)
    return weights, intercept, np.array(of_families).T, np.array(intercepts)


def separate(x, is_one):
    """A linear support vector machine over buckets that weigh the more, the
    further their shares on both sides lie apart: Wang and Manning, "Baselines
    and Bigrams" (ACL 2012)."""
    ones = x[is_one].sum(axis=0).A1 + SMOOTHING
    others = x[~is_one].sum(axis=0).A1 + SMOOTHING
    contrast = np.abs(np.log((ones / ones.sum()) / (others / others.sum())))
    factors = CONTRAST * contrast / contrast.mean() + 1 - CONTRAST
    weighed = narrow((x @ sparse.diags(factors)).tocsr())
    model = LinearSVC(C=C, class_weight="balanced", dual=False).fit(weighed, is_one)
    return model.coef_[0] * factors, model.intercept_[0]


def share(x):
    """Neighbouring buckets joined."""
    x = x.tocoo()
    shape = (x.shape[0], BUCKETS // SHARED)
    return narrow(sparse.csr_matrix((x.data, (x.row, x.col // SHARED)), shape=shape))


def narrow(x):
    """With the indices that liblinear takes."""
    x.indices, x.indptr = x.indices.astype(np.int32), x.indptr.astype(np.int32)
    return x


def quantise(weights):
    """Signed bytes, and what one is worth in each column."""
    scales = np.abs(weights).max(axis=0) / 127
    return np.round(weights / scales).astype(np.int8), scales


def rounded(weights, intercept, families, intercepts):
    """As the engine has them."""
    bytes_, scale = quantise(weights)
    of_families, scales = quantise(families)
    return bytes_ * scale, intercept, of_families * scales, intercepts


def score(x, weights, intercept, families, intercepts):
    """As `reader::score` and `reader::family`, whose number counts from one."""
    return x @ weights + intercept, (share(x) @ families + intercepts).argmax(axis=1) + 1


def left_out(x, y, read, of, folds):
    """Scores of the pages that are read, by weights that nothing of the same `of`
    had a part in. With fewer folds than there are of them, a few are left out
    together, which asks more and takes less time."""
    scores, families = np.full(len(y), -np.inf), np.zeros(len(y), int)
    fold = {one: at % folds for at, one in enumerate(sorted(set(of)))}
    for at in range(min(folds, len(fold))):
        inside = np.array([fold[one] == at for one in of])
        model = rounded(*fit(x[read & ~inside], y[read & ~inside]))
        inside &= read
        scores[inside], families[inside] = score(x[inside], *model)
    return scores, families


def thresholds(scores, families, y, pages):
    """Cautions above all but 13 in a thousand of the honest pages; dangers
    clearly above all of them where something hard stands beside the words."""
    honest = np.sort(scores[y == 0])[::-1]
    hard = np.array([FAMILIES[at - 1] in page["hard"] for at, page in zip(families, pages)])
    return honest[13 * len(honest) // 1000], scores[(y == 0) & hard].max() + MARGIN


def language(page):
    return page["lang"].split("-")[0]


def report(scores, y, pages, caution, danger):
    print(f"cautions above {caution:.2f}, dangers above {danger:.2f}")
    unseen = np.array([page["set"] != SEEN for page in pages])
    scores, y, pages = scores[unseen], y[unseen], [page for page in pages if page["set"] != SEEN]
    by_rules = np.array([page["rules"] in ("caution", "danger") for page in pages])
    by_reader = scores > caution
    alarmed = by_rules | by_reader
    for name, key in [
        ("set", lambda page: page["set"]),
        ("family", lambda page: page["family"]),
        ("language", language),
    ]:
        rows = defaultdict(lambda: np.zeros(6, int))
        for at, (page, label) in enumerate(zip(pages, y)):
            row = [1, by_rules[at], alarmed[at]]
            rows[key(page)][0 if label else 3 :][:3] += np.array(row)
        print(f"\n{name:<10} {'scams':>6} {'rules':>6} {'both':>6} {'':>7} {'honest':>6} {'rules':>6} {'both':>6}")
        for value, row in sorted(rows.items()):
            share = f"{100 * row[2] / row[0]:6.1f}%" if row[0] else ""
            print(f"{value:<10} {row[0]:>6} {row[1]:>6} {row[2]:>6} {share:>7} {row[3]:>6} {row[4]:>6} {row[5]:>6}")
    for name, above in [("rules", by_rules), ("reader", by_reader), ("both", alarmed)]:
        print(f"{name:<7} {above[y > 0].mean():.1%} of scams, {above[y == 0].mean():.2%} of honest pages")
    print("\nReliability: share of scams among pages with such a score")
    edges = np.arange(-2, 2.1, 0.4)
    for low, high in zip(edges[:-1], edges[1:]):
        inside = (scores >= low) & (scores < high)
        if inside.any():
            print(f"{low:>4.1f} to {high:>4.1f}: {(y[inside] > 0).mean():6.1%} of {inside.sum()}")


def checks(x, pages, model):
    """Every so many pages with their scores: `tests/reader.rs` asks the engine."""
    scores, families = score(x[::CHECKED], *model)
    rows = zip(pages[::CHECKED], scores, families)
    return "".join(
        f'  {{ file = "{page["file"]}", url = {json.dumps(page["url"])}, '
        f'score = {value:.3f}, family = "{FAMILIES[family - 1]}" }},\n'
        for page, value, family in rows
    )


def write(directory, model, x, y, pages, caution, danger, digest):
    """The weights, and a card of them for the build and for `tests/reader.rs`."""
    weights, intercept, families, intercepts = model
    files = {"weights.bin": quantise(weights), "families.bin": quantise(families)}
    digests = ""
    for name, (bytes_, _) in files.items():
        (directory / name).write_bytes(bytes_.tobytes())
        key = name.replace(".bin", "_sha256")
        digests += f'{key} = "{hashlib.sha256(bytes_.tobytes()).hexdigest()}"\n'
    numbers = lambda values: "[" + ", ".join(f"{value:.6f}" for value in values) + "]"
    (directory / "model.toml").write_text(
        f"""# Written by `training/retrain.sh`: do not edit. docs/reader.md says what it is.
families = {json.dumps(FAMILIES)}
scale = {files["weights.bin"][1]:.6f}
intercept = {intercept:.6f}
family_scales = {numbers(files["families.bin"][1])}
family_intercepts = {numbers(intercepts)}
caution = {caution:.4f}
danger = {danger:.4f}
pages = {len(y)}
scams = {int((y > 0).sum())}
checks = [
{checks(x, pages, rounded(*model))}]
vectors_sha256 = "{digest}"
{digests}"""
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("vectors", type=Path)
    parser.add_argument("dir", type=Path, nargs="?")
    parser.add_argument("--leave-out", choices=["set", "lang"], default="set")
    args = parser.parse_args()
    x, y, pages = load(args.vectors)
    # From what the reader does not read it is not to learn either.
    read = np.array([page["read"] for page in pages])
    key = language if args.leave_out == "lang" else lambda page: page["set"]
    of = [key(page) for page in pages]
    folds = FOLDS if args.dir else len(set(of))
    scores, families = left_out(x, y, read, of, folds)
    caution, danger = thresholds(scores, families, y, pages)
    if args.dir is None:
        report(scores, y, pages, caution, danger)
        return
    digest = hashlib.sha256(args.vectors.read_bytes()).hexdigest()
    write(args.dir, fit(x[read], y[read]), x, y, pages, caution, danger, digest)


if __name__ == "__main__":
    main()
