package spaceslab.essay.transformervq.training.model;

import java.util.Optional;
import spaceslab.learning.Precision;
import spaceslab.learning.Tensor;
import spaceslab.learning.TensorScope;

/**
 * What a unit carries from token to token: keys and values of a window, and the cache. Its size is
 * fixed when it is made, whatever is written into it: 2l (d_k + d_v) + c (d_v + 1) numbers with a
 * cache. Belongs to the scope in which it was made.
 */
final class Memory {
    /**
     * @param batch sequences
     * @param previous slots of the block before; 0 where a single block holds everything
     * @param block slots of the block being written
     * @param key d_k
     * @param value d_v
     */
    record Shape(int batch, int previous, int block, int key, int value) {
        int slots() {
            return previous + block;
        }
    }

    private final Shape shape;
    private final Tensor keys;
    private final Tensor values;
    private final Optional<Cache> cache;
    private final int[][] codes;
    private int position;
    private int blocks;

    Memory(Shape shape, Precision precision, Optional<Tensor> codewords) {
        this.shape = shape;
        keys = Tensor.zeros(precision, shape.batch(), 1, shape.slots(), shape.key());
        values = Tensor.zeros(precision, shape.batch(), 1, shape.slots(), shape.value());
        cache =
                codewords.map(c ->
                        new Cache(
                                c,
                                Tensor.zeros(precision, shape.batch(), 1, c.size(0), shape.value()),
                                Tensor.zeros(precision, shape.batch(), 1, 1, c.size(0))));
        codes = new int[shape.batch()][shape.slots()];
    }

    /** Numbers kept for one sequence. */
    long numbers() {
        long cached = cache.map(c -> c.means().size() + c.counts().size()).orElse(0L);
        return (keys.size() + values.size() + cached) / shape.batch();
    }

    /** One more token of each sequence, [batch, 1, ·]. */
    void remember(CodedKeys key, Tensor value) {
        if (position == shape.block()) {
            turn();
        }
        int slot = shape.previous() + position;
        put(keys, slot, key.keys().expand(1));
        put(values, slot, value.expand(1));
        if (cache.isPresent()) {
            int[] of = key.codes().toInts();
            for (int i = 0; i < of.length; i++) {
                codes[i][slot] = of[i];
            }
        }
        position++;
    }

    /** The latest token's attention over all that is remembered: [batch, 1, d_v]. */
    Tensor recall(Tensor query, LocalBias bias) {
        int newest = shape.previous() + position - 1;
        Tensor distances = bias.matrix(newest, 1, shape.slots());
        if (blocks == 0 && shape.previous() > 0) {
            double[] mask = new double[shape.slots()];
            java.util.Arrays.fill(mask, 0, shape.previous(), LocalBias.NEVER);
            distances = distances.plus(Tensor.of(query.precision(), mask, mask.length));
        }
        return CausalAttention.attend(query.expand(1), keys, values, distances, cache).squeeze(1);
    }

    private static void put(Tensor into, int slot, Tensor one) {
        long slots = into.size(2);
        Tensor[] parts = {one};
        if (slot > 0) {
            parts = new Tensor[] {into.slice(2, 0, slot), one};
        }
        Tensor head = Tensor.concat(2, parts);
        into.assign(
                slot + 1 < slots ? Tensor.concat(2, head, into.slice(2, slot + 1, slots)) : head);
    }

    /** The block that was written becomes the previous one, whose tokens go into the cache. */
    private void turn() {
        if (shape.previous() == 0) {
            throw new IllegalStateException("more than " + shape.block() + " tokens");
        }
        int l = shape.block();
        try (TensorScope scope = TensorScope.evaluation()) {
            if (blocks > 0) {
                cache.ifPresent(this::archive);
            }
            shift(keys, l);
            shift(values, l);
        }
        for (int[] of : codes) {
            System.arraycopy(of, l, of, 0, l);
        }
        position = 0;
        blocks++;
    }

    private void archive(Cache before) {
        int l = shape.block();
        int[] old = new int[shape.batch() * l];
        for (int i = 0; i < shape.batch(); i++) {
            System.arraycopy(codes[i], 0, old, i * l, l);
        }
        Cache after = before.with(Tensor.indices(old, shape.batch(), l), values.slice(2, 0, l));
        before.means().assign(after.means());
        before.counts().assign(after.counts());
    }

    private static void shift(Tensor slots, int l) {
        Tensor written = slots.slice(2, l, 2L * l);
        slots.assign(Tensor.concat(2, written, written.times(0)));
    }
}
