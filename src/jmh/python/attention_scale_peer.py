"""NumPy peer of the attention-scale benchmarks: the same quantities, the straightforward way.

Run: /usr/bin/python3 src/jmh/python/attention_scale_peer.py
"""
import time

import numpy as np


def timed(name, work, repeat):
    work()
    times = []
    for _ in range(repeat):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    print(f"{name}: best {1e3 * min(times):.2f} ms, median {1e3 * sorted(times)[repeat // 2]:.2f} ms")


def normal_sweep():
    """alpha*(n) for n = 40, 80, ..., 20000: vectorised bisection of alpha^2 + log(1 + 2 alpha^2) = log n."""
    target = np.log(np.arange(40.0, 20001.0, 40.0))
    low, high = np.zeros_like(target), np.full_like(target, 10.0)
    for _ in range(50):
        middle = 0.5 * (low + high)
        positive = middle**2 + np.log1p(2 * middle**2) > target
        high = np.where(positive, middle, high)
        low = np.where(positive, low, middle)
    return 0.5 * (low + high)


def grid(scores, alphas):
    """G on the grid for one draw, one vectorised exponential for each alpha."""
    t = scores - scores.max()
    g = np.empty_like(alphas)
    for k, alpha in enumerate(alphas):
        w = np.exp(alpha * t)
        g[k] = alpha * (1 - (w @ w) / w.sum() ** 2)
    return g


def main():
    rng = np.random.default_rng(1)
    alphas = 0.134 * np.arange(1, 101)
    scores = rng.standard_normal(20000)
    timed("sweep, normal, 500 points", normal_sweep, 20)
    timed("grid of one draw, n = 20000, 100 alphas", lambda: grid(scores, alphas), 10)
    timed(
        "20 draws with grid (times 10 for 200; no per-draw optimum)",
        lambda: [grid(rng.standard_normal(20000), alphas) for _ in range(20)],
        3,
    )


if __name__ == "__main__":
    main()
