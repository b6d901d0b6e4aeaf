package spaceslab.learning;

/** A vector for each of {@code count} symbols: indices [...] to [..., size]; starts normal. */
public final class Embedding implements Layer {
    private final Tensor table;

    public Embedding(Weights weights, int count, int size, double deviation) {
        table = weights.normal("table", deviation, count, size);
    }

    /** All vectors [count, size]. */
    public Tensor table() {
        return table;
    }

    @Override
    public Tensor apply(Tensor index) {
        return table.rows(index);
    }

    /** Scores of every symbol by the same vectors: [..., size] to [..., count]. */
    public Tensor scores(Tensor x) {
        return x.matMul(table.swap(0, 1));
    }
}
