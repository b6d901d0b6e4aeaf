package spaceslab.essay.minimumsum;

import java.util.Arrays;

/** Keeps the keys of the least value offered, in the order offered; primitive, for hot loops. */
final class LeastKeys {
    private long least = Long.MAX_VALUE;
    private long[] keys = new long[4];
    private int size;

    void offer(long key, long value) {
        if (value <= least) {
            keep(key, value);
        }
    }

    private void keep(long key, long value) {
        if (value < least) {
            least = value;
            size = 0;
        }
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, 2 * size);
        }
        keys[size++] = key;
    }

    long[] keys() {
        return Arrays.copyOf(keys, size);
    }
}
