"""NumPy peer of MinimumSumBenchmark: the pruned search with exact 64-bit residuals, in blocks.

Same algorithm as NarrowResidual: p = p0 + k, a double's root of D(k) = p^2 - 4N, its residual
q^2 - D exact modulo 2^64, corrected by steps of 2; ends when p exceeds the best sum. Up to 50 digits.
Usage: /usr/bin/python3 src/jmh/python/minimum_sum_peer.py [N]
"""
import math
import sys
import time

import numpy as np

BLOCK = 1 << 16


def least_sum(n):
    """Returns S, the decompositions that attain it, and the number of candidates."""
    floor = math.isqrt(4 * n)
    first = floor if floor * floor == 4 * n else floor + 1
    offset = first * first - 4 * n
    best = (4 * n - floor * floor + floor % 2) // 4 - 1 if first > floor else None
    ties = [-1] if best is not None else []
    mask = (1 << 64) - 1
    slope64 = np.uint64(2 * first & mask)
    offset64 = np.uint64(offset & mask)
    parity = np.int64(first & 1)
    slope, offset_value = 2.0 * float(first), float(offset)
    start = 0
    while best is None or start <= best:
        k = np.arange(start, start + BLOCK, dtype=np.int64)
        kd = k.astype(np.float64)
        q = np.sqrt(offset_value + kd * (slope + kd)).astype(np.int64)
        q += (q ^ (k + parity)) & 1
        ku, qu = k.astype(np.uint64), q.astype(np.uint64)
        residual = (qu * qu - (offset64 + ku * (slope64 + ku))).astype(np.int64)
        while (low := residual < 0).any():
            residual += np.where(low, 4 * q + 4, 0)
            q += np.where(low, 2, 0)
        while (high := (q >= 2) & (residual - 4 * q + 4 >= 0)).any():
            residual -= np.where(high, 4 * q - 4, 0)
            q -= np.where(high, 2, 0)
        total = k + (residual >> 2)
        least = int(total.min())
        if best is None or least < best:
            best, ties = least, []
        if least == best:
            ties += [int(i) for i in k[total == best]]
        start += BLOCK
    answers = []
    for k in ties:
        p = first + k
        d = p * p - 4 * n
        q = 0 if d <= 0 else math.isqrt(d - 1) + 1
        q += (q ^ p) & 1
        answers.append(((p - q) // 2, (p + q) // 2))
    return first + best, answers, first + best - floor + 1


if __name__ == "__main__":
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 3 * 10**48 + 12345
    begin, begin_cpu = time.perf_counter(), time.process_time()
    total, answers, visited = least_sum(number)
    seconds, cpu = time.perf_counter() - begin, time.process_time() - begin_cpu
    for a, b in answers:
        assert a * b <= number and a + b + number - a * b == total
    print(f"S = {total}, (a, b) = {answers}, {visited} candidates")
    print(f"{seconds:.3f} s wall, {cpu:.3f} s CPU, {1e9 * cpu / visited:.1f} ns CPU a candidate")
