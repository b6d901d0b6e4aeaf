package spaceslab.essay.pretraining.training;

import java.util.Optional;
import java.util.function.Supplier;
import spaceslab.learning.Tensor;
import spaceslab.learning.Weights;

/** What is added to the tokens for their positions: vectors [time, d], or nothing. */
public final class PositionVectors {
    private static final double DEVIATION = 0.02;

    private final Optional<Supplier<Tensor>> vectors;

    private PositionVectors(Optional<Supplier<Tensor>> vectors) {
        this.vectors = vectors;
    }

    static PositionVectors none() {
        return new PositionVectors(Optional.empty());
    }

    static PositionVectors of(ModelSizes sizes, Weights weights) {
        int time = sizes.time();
        int d = sizes.width();
        return new PositionVectors(
                switch (sizes.positions()) {
                    case LEARNED -> {
                        Tensor table = weights.normal("table", DEVIATION, time, d);
                        yield Optional.of(() -> table);
                    }
                    case SINUSOIDAL -> {
                        Tensor table = Tensor.of(weights.precision(), sines(time, d), time, d);
                        yield Optional.of(() -> table);
                    }
                    case GRID -> {
                        Tensor rows = weights.normal("rows", DEVIATION, sizes.rows(), 1, d);
                        Tensor columns =
                                weights.normal("columns", DEVIATION, 1, sizes.columns(), d);
                        yield Optional.of(() -> rows.plus(columns).reshape(time, d));
                    }
                    case ROTARY -> Optional.empty();
                });
    }

    /** sin and cos of t · 10000^(−2i/d), scaled to the deviation of learned vectors. */
    private static double[] sines(int time, int d) {
        double[] values = new double[time * d];
        for (int t = 0; t < time; t++) {
            for (int i = 0; i < d; i++) {
                double angle = t * Math.pow(10_000, -2.0 * (i / 2) / d);
                double wave = i % 2 == 0 ? Math.sin(angle) : Math.cos(angle);
                values[t * d + i] = Math.sqrt(2) * DEVIATION * wave;
            }
        }
        return values;
    }

    Tensor addTo(Tensor x) {
        return vectors.map(v -> x.plus(v.get())).orElse(x);
    }

    /** Cosines between one position's vector and all, or empty where none are added. */
    public Optional<double[]> similarity(int position) {
        return vectors.map(v -> cosines(v.get(), position));
    }

    private static double[] cosines(Tensor vectors, int position) {
        int time = Math.toIntExact(vectors.size(0));
        int d = Math.toIntExact(vectors.size(1));
        double[] all = vectors.toDoubles();
        double[] cosines = new double[time];
        for (int t = 0; t < time; t++) {
            double dot = 0;
            double own = 0;
            double other = 0;
            for (int i = 0; i < d; i++) {
                double a = all[position * d + i];
                double b = all[t * d + i];
                dot += a * b;
                own += a * a;
                other += b * b;
            }
            cosines[t] = dot / Math.sqrt(own * other);
        }
        return cosines;
    }
}
