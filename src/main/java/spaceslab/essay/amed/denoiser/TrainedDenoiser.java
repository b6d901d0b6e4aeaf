package spaceslab.essay.amed.denoiser;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import spaceslab.essay.amed.score.DormandPrinceFlow;
import spaceslab.essay.amed.score.ProbabilityFlow;
import spaceslab.essay.amed.score.ScoreModel;
import spaceslab.learning.WeightsFile.Stored;
import spaceslab.numerics.OrderedUnits;
import spaceslab.numerics.PackedMatrix;

/**
 * A trained denoiser as a score model: the forward pass of {@link PreconditionedMlp} in double
 * precision on its float32 weights, spread over the processors by rows. 2 (number of weights)
 * operations a row. Unlike the other models it is nobody's ideal denoiser: its flow is the flow of
 * its own D.
 */
public final class TrainedDenoiser implements ScoreModel {
    private static final int BLOCK = 16;

    /** Rows times weights below which other threads do not pay. */
    private static final long SHARED = 1_000_000;

    private static final double USUAL = 1e-9;

    private final Preconditioning preconditioning;
    private final int dimension;
    private final long count;
    private final List<Dense> layers;

    /** y = W x + b. */
    private record Dense(PackedMatrix transposed, float[] bias) {}

    /**
     * @param weights matrices [out, in] and shifts [out] in turn, first layer first
     */
    public TrainedDenoiser(Preconditioning preconditioning, List<Stored> weights) {
        this.preconditioning = preconditioning;
        this.layers = new ArrayList<>();
        long total = 0;
        for (int i = 0; i + 1 < weights.size(); i += 2) {
            Dense layer = dense(weights.get(i), weights.get(i + 1));
            if (!layers.isEmpty()
                    && layers.getLast().transposed().columns() != layer.transposed().rows()) {
                throw new IllegalArgumentException(
                        weights.get(i) + " does not follow " + weights.get(i - 2));
            }
            layers.add(layer);
            total += weights.get(i).values().length;
        }
        this.count = total;
        this.dimension = layers.isEmpty() ? 0 : layers.getLast().transposed().columns();
        if (dimension == 0 || layers.getFirst().transposed().rows() != dimension + 1) {
            throw new IllegalArgumentException(weights + " do not lead from d + 1 numbers to d");
        }
    }

    private static Dense dense(Stored matrix, Stored bias) {
        if (matrix.shape().length != 2 || matrix.shape()[0] != bias.values().length) {
            throw new IllegalArgumentException(matrix + " and " + bias + " are no linear layer");
        }
        int out = Math.toIntExact(matrix.shape()[0]);
        int in = Math.toIntExact(matrix.shape()[1]);
        float[] values = matrix.values();
        double[] transposed = new double[in * out];
        for (int j = 0; j < out; j++) {
            for (int i = 0; i < in; i++) {
                transposed[i * out + j] = values[j * in + i];
            }
        }
        return new Dense(new PackedMatrix(in, out, transposed), bias.values());
    }

    @Override
    public int dimension() {
        return dimension;
    }

    /** Numbers in its matrices: multiplications of an evaluation of one row. */
    public long weights() {
        return count;
    }

    @Override
    public void denoise(double[] x, double t, double[] denoised) {
        int rows = x.length / dimension;
        if (rows * count < SHARED) {
            denoise(x, t, denoised, 0, rows);
            return;
        }
        OrderedUnits.onAllProcessors()
                .map(
                        0,
                        (rows + BLOCK - 1) / BLOCK,
                        () ->
                                unit -> {
                                    int to = Math.min(rows, (unit + 1) * BLOCK);
                                    denoise(x, t, denoised, unit * BLOCK, to);
                                    return List.of();
                                });
    }

    private void denoise(double[] x, double t, double[] denoised, int from, int to) {
        double in = preconditioning.in(t);
        int rows = to - from;
        double[] values = new double[rows * (dimension + 1)];
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < dimension; i++) {
                values[row * (dimension + 1) + i] = in * x[(from + row) * dimension + i];
            }
            values[row * (dimension + 1) + dimension] = preconditioning.noise(t);
        }
        for (int layer = 0; layer < layers.size(); layer++) {
            values = apply(layers.get(layer), values, rows, layer + 1 < layers.size());
        }
        double skip = preconditioning.skip(t);
        double out = preconditioning.out(t);
        for (int i = 0; i < rows * dimension; i++) {
            int at = from * dimension + i;
            denoised[at] = skip * x[at] + out * values[i];
        }
    }

    private static double[] apply(Dense layer, double[] values, int rows, boolean activated) {
        int width = layer.transposed().columns();
        double[] next = new double[rows * width];
        layer.transposed().multiply(values, 0, rows, next);
        for (int i = 0; i < next.length; i++) {
            double sum = next[i] + layer.bias()[i % width];
            next[i] = activated ? sum / (1 + Math.exp(-sum)) : sum;
        }
        return next;
    }

    @Override
    public ProbabilityFlow flow() {
        return new DormandPrinceFlow(this, USUAL);
    }

    @Override
    public String toString() {
        return "denoiser of "
                + Arrays.toString(
                        layers.stream().mapToInt(l -> l.transposed().columns()).toArray());
    }
}
