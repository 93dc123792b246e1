"""Compares each name of a list with each, by RapidFuzz on one core, and says how many pairs a second that is.

rapidfuzz_pairs.py FILE RUNS: names, one a line; figures as JSON, of each measure the best run."""

import json
import sys
import time

import numpy
from rapidfuzz import fuzz, process

CHUNK = 500


def best(names: list[str], scorer, runs: int) -> tuple[float, float]:
    rate = total = 0.0
    for _ in range(runs):
        begun = time.perf_counter()
        total = 0.0
        # In pieces, so that the answers never take more memory than the names.
        for start in range(0, len(names), CHUNK):
            scores = process.cdist(names[start:start + CHUNK], names, scorer=scorer, dtype=numpy.float32, workers=1)
            total += float(scores.sum(dtype=numpy.float64))
        rate = max(rate, len(names) ** 2 / (time.perf_counter() - begun))
    return rate, total / 100


names = open(sys.argv[1], encoding="utf-8").read().splitlines()
ratio, ratio_sum = best(names, fuzz.ratio, int(sys.argv[2]))
sort, _ = best(names, fuzz.token_sort_ratio, int(sys.argv[2]))
token_set, set_sum = best(names, fuzz.token_set_ratio, int(sys.argv[2]))
print(json.dumps({"names": len(names), "ratio": ratio, "tokenSortRatio": sort, "tokenSetRatio": token_set,
                  "ratioSum": ratio_sum, "tokenSetSum": set_sum}))
