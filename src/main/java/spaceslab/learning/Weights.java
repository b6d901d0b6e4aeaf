package spaceslab.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import spaceslab.numerics.RandomStream;
import spaceslab.numerics.SeededStreams;

/**
 * The trained numbers of a model, by name, in the order they were made. Each is drawn from a stream
 * of its own, given by the seed and its full name ({@code block0.attention.query}), never from the
 * engine's generator: a layer more or less does not change the others. They belong to the scope in
 * which they are made.
 */
public final class Weights {
    /** One named weight. */
    public record Weight(String name, Tensor tensor) {
        /** Whether weight decay applies: to matrices, not to shifts and scales. */
        boolean decays() {
            return tensor.axes() > 1;
        }
    }

    private final SeededStreams streams;
    private final Precision precision;
    private final String prefix;
    private final List<Weight> all;

    private Weights(SeededStreams streams, Precision precision, String prefix, List<Weight> all) {
        this.streams = streams;
        this.precision = precision;
        this.prefix = prefix;
        this.all = all;
    }

    /** No weights yet. */
    public static Weights of(SeededStreams streams, Precision precision) {
        return new Weights(streams, precision, "", new ArrayList<>());
    }

    /** The same collection, for a part of the model whose weights are called {@code name.…}. */
    public Weights within(String name) {
        return new Weights(streams, precision, prefix + name + ".", all);
    }

    /** The floating-point type of all of them. */
    public Precision precision() {
        return precision;
    }

    /** What a weight of this name is drawn from, for starts that several weights share. */
    RandomStream stream(String name) {
        return streams.stream(hash(prefix + name));
    }

    /** Normal with mean 0. */
    public Tensor normal(String name, double deviation, long... shape) {
        RandomStream random = stream(name);
        return add(name, () -> deviation * random.nextGaussian(), shape);
    }

    /** Uniform in ±bound. */
    public Tensor uniform(String name, double bound, long... shape) {
        RandomStream random = stream(name);
        return add(name, () -> bound * (2 * random.nextDouble() - 1), shape);
    }

    /** The same number everywhere. */
    public Tensor constant(String name, double value, long... shape) {
        return add(name, () -> value, shape);
    }

    /** Given numbers, row-major. */
    public Tensor given(String name, double[] values, long... shape) {
        int[] next = {0};
        return add(name, () -> values[next[0]++], shape);
    }

    private Tensor add(String name, DoubleSupplier next, long... shape) {
        String full = prefix + name;
        if (all.stream().anyMatch(w -> w.name().equals(full))) {
            throw new IllegalArgumentException("two weights are called " + full);
        }
        double[] values =
                new double[Math.toIntExact(Arrays.stream(shape).reduce(1, (a, b) -> a * b))];
        Arrays.setAll(values, i -> next.getAsDouble());
        Tensor tensor = Tensor.of(precision, values, shape);
        Engine.requireGradient(tensor.array());
        all.add(new Weight(full, tensor));
        return tensor;
    }

    /** All, in the order they were made. */
    public List<Weight> all() {
        return List.copyOf(all);
    }

    /** How many numbers. */
    public long count() {
        return all.stream().mapToLong(w -> w.tensor().size()).sum();
    }

    /** Copies of all values, in order, row-major. */
    public List<double[]> values() {
        return all.stream().map(w -> w.tensor().toDoubles()).toList();
    }

    /** Puts earlier {@link #values} back. */
    public void restore(List<double[]> values) {
        if (values.size() != all.size()) {
            throw new IllegalArgumentException(
                    values.size() + " arrays for " + all.size() + " weights");
        }
        try (TensorScope copy = TensorScope.evaluation()) {
            for (int i = 0; i < all.size(); i++) {
                Tensor to = all.get(i).tensor();
                to.assign(Tensor.of(precision, values.get(i), to.shape()));
            }
        }
    }

    /** FNV-1a, 64 bits. */
    private static long hash(String name) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}
