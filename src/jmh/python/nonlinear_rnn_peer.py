"""NumPy peer of the nonlinear-rnn benchmarks: the plain loop and Newton at d = 8, T = 65,536.

Same draws as RandomProblem (SplitMix64, Box-Muller), so sweeps can be compared:
    python3 src/jmh/python/nonlinear_rnn_peer.py
"""
import math
import time

import numpy as np

MASK = (1 << 64) - 1


def normals(seed, count):
    state, out = seed, np.empty(count)

    def uniform():
        nonlocal state
        state = (state + 0x9E3779B97F4A7C15) & MASK
        z = state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        z ^= z >> 31
        return (z >> 11) * 2.0**-53

    for i in range(count):
        u1, u2 = uniform(), uniform()
        out[i] = math.sqrt(-2 * math.log(1 - u1)) * math.cos(2 * math.pi * u2)
    return out


def loop(a, u):
    x, out = np.zeros(a.shape[0]), np.empty_like(u)
    for t in range(len(u)):
        x = np.tanh(a @ x + u[t])
        out[t] = x
    return out


def scan(m, b):
    """Inclusive scan of affine maps by odd-even recursion: O(T d^3) work, O(log T) calls."""
    if len(b) == 1:
        return b
    n = len(b) // 2 * 2
    pm = m[1:n:2] @ m[0:n:2]
    pb = np.einsum("tij,tj->ti", m[1:n:2], b[0:n:2]) + b[1:n:2]
    odd = scan(pm, pb)
    out = np.empty_like(b)
    out[0] = b[0]
    out[1:n:2] = odd
    rest = np.arange(2, len(b), 2)
    out[rest] = np.einsum("tij,tj->ti", m[rest], out[rest - 1]) + b[rest]
    return out


def newton(a, u, tolerance=1e-8):
    x = np.zeros_like(u)
    for sweep in range(1, 61):
        before = np.vstack([np.zeros((1, u.shape[1])), x[:-1]])
        f = np.tanh(before @ a.T + u)
        j = (1 - f * f)[:, :, None] * a[None]
        y = scan(j, f - np.einsum("tij,tj->ti", j, before))
        step = np.abs(y - x).max()
        x = y
        if step <= tolerance:
            return x, sweep
    return x, 60


def least(work, repeats=3):
    best = math.inf
    for _ in range(repeats):
        start = time.perf_counter()
        result = work()
        best = min(best, time.perf_counter() - start)
    return best, result


if __name__ == "__main__":
    d, T = 8, 65_536
    draws = normals(11, d * d + T * d)
    a = 0.8 / math.sqrt(d) * draws[: d * d].reshape(d, d)
    u = draws[d * d :].reshape(T, d)
    seconds, truth = least(lambda: loop(a, u))
    print(f"loop {seconds:.3f} s")
    seconds, (x, sweeps) = least(lambda: newton(a, u))
    print(f"newton {seconds:.3f} s, {sweeps} sweeps, error {np.abs(x - truth).max():.1e}")
    n, c = 1_000_000, 16
    rng = np.random.default_rng(1)
    fa, fb = rng.random((n, c)) * 0.99, rng.random((n, c))

    def diagonal():
        s, out = np.zeros(c), np.empty_like(fb)
        for t in range(n):
            s = fa[t] * s + fb[t]
            out[t] = s
        return out

    print(f"diagonal scan 1e6 x 16 (NumPy loop) {least(diagonal, 1)[0]:.2f} s")
    src, dst = np.ones(n * c * 3 // 2), np.empty(n * c * 3 // 2)
    print(f"copy of the same traffic {least(lambda: np.copyto(dst, src))[0] * 1e3:.0f} ms")
