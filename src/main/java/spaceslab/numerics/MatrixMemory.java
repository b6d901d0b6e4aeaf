package spaceslab.numerics;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Bytes of all matrices that were made {@linkplain RealMatrix#like like} one: each takes its buffer
 * here and hands the account on, so that what an algorithm allocates is counted where it is
 * allocated. Temporaries count too, whether or not they are garbage by now; what the JVM itself
 * puts on the heap (boxes of vectors that run interpreted, say) does not. Thread-safe.
 */
public final class MatrixMemory {
    private static final MatrixMemory UNCOUNTED = new MatrixMemory(false);

    private final boolean counts;
    private final AtomicLong bytes = new AtomicLong();

    private MatrixMemory(boolean counts) {
        this.counts = counts;
    }

    /** An account of zero bytes. */
    public static MatrixMemory counted() {
        return new MatrixMemory(true);
    }

    /** Keeps no account. */
    public static MatrixMemory uncounted() {
        return UNCOUNTED;
    }

    /** All bytes so far. */
    public long bytes() {
        return bytes.get();
    }

    float[] floats(int count) {
        add((long) Float.BYTES * count);
        return new float[count];
    }

    double[] doubles(int count) {
        add((long) Double.BYTES * count);
        return new double[count];
    }

    private void add(long more) {
        if (counts) {
            bytes.addAndGet(more);
        }
    }
}
