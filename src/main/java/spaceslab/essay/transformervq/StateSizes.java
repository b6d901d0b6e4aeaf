package spaceslab.essay.transformervq;

import spaceslab.essay.transformervq.attention.BlockRecurrence;
import spaceslab.essay.transformervq.attention.QuadraticAttention;
import spaceslab.essay.transformervq.attention.QuantisedKeys;

/**
 * What is carried from token to token, in numbers, and what computing a whole sequence takes beside
 * its arguments and result, in bytes of float32.
 */
record StateSizes(CostParameters p) {
    /** U and N: c·d_v + c. */
    long cache() {
        return (long) p.codes() * (p.valueSize() + 1);
    }

    /** Keys' codes and values of the window of at most two blocks: 2l(d_v + 1). */
    long window() {
        return 2L * p.block() * (p.valueSize() + 1);
    }

    /** RetNet's state at the same key size, d_k², as the essay counts it. */
    long retNet() {
        return (long) p.keySize() * p.keySize();
    }

    /** All keys and values of n tokens: n(d_k + d_v). */
    long keysAndValues(long n) {
        return n * (p.keySize() + p.valueSize());
    }

    /**
     * First the keys are assigned, then the blocks attended to, each with buffers of its own. The
     * keys' codes, an integer a token, are the second one's argument and not counted.
     */
    long linearBytes() {
        return Math.max(
                QuantisedKeys.bytes(p.codes(), p.keySize(), Float.BYTES),
                BlockRecurrence.bytes(
                        p.codes(), p.block(), p.keySize(), p.valueSize(), Float.BYTES));
    }

    long quadraticBytes(long n) {
        return QuadraticAttention.bytes(
                n, p.keySize(), p.valueSize(), Contest.ROWS_AT_ONCE, Float.BYTES);
    }

    /** All scores at once: what a quadratic attention takes that is not cut into rows. */
    long scoresBytes(long n) {
        return Float.BYTES * n * n;
    }

    /** Arguments and results of a sequence: Q, K, V, O. */
    long sequenceBytes(long n) {
        return Float.BYTES * n * 2 * (p.keySize() + p.valueSize());
    }

    /**
     * Multiplications a token: assigning and scoring codewords, then averaging 1.5 l + c values.
     */
    double linearWork() {
        return 2.0 * p.codes() * p.keySize() + (p.codes() + 1.5 * p.block()) * p.valueSize();
    }

    /** Multiplications a token of causal quadratic attention, on average. */
    double quadraticWork(double n) {
        return n / 2 * (p.keySize() + p.valueSize());
    }

    /** n at which both do the same work. */
    double crossover() {
        return 2 * linearWork() / (p.keySize() + p.valueSize());
    }
}
