package spaceslab.essay.amed;

import java.util.Arrays;
import spaceslab.learning.Precision;
import spaceslab.learning.Tensor;

/**
 * The ideal denoiser of an even mixture as tensor operations, so that gradients pass through it:
 * the same formula as {@code score.GaussianMixture}, with a noise level for each row.
 */
final class TensorMixture {
    private final Tensor centres;
    private final Tensor transposed;
    private final Tensor squares;
    private final double variance;

    /** Its constants belong to the scope in which it is made. */
    TensorMixture(double[][] centres, double deviation) {
        int size = centres.length;
        int d = centres[0].length;
        double[] all = Arrays.stream(centres).flatMapToDouble(Arrays::stream).toArray();
        double[] squares = new double[size];
        for (int k = 0; k < size; k++) {
            squares[k] = Arrays.stream(centres[k]).map(x -> x * x).sum();
        }
        this.centres = Tensor.of(Precision.FLOAT64, all, size, d);
        this.transposed = this.centres.swap(0, 1);
        this.squares = Tensor.of(Precision.FLOAT64, squares, 1, size);
        this.variance = deviation * deviation;
    }

    /** p, rows × K, for rows x at noise levels t (rows × 1). */
    Tensor posterior(Tensor x, Tensor t) {
        Tensor total = t.square().plus(variance);
        Tensor distances = x.square().sumKept(1).plus(squares).minus(x.matMul(transposed).times(2));
        return distances.over(total.times(-2)).softmax();
    }

    /** v(x; t), rows × d. */
    Tensor direction(Tensor x, Tensor t) {
        Tensor square = t.square();
        Tensor total = square.plus(variance);
        Tensor mean = posterior(x, t).matMul(centres);
        Tensor denoised = mean.times(square).plus(x.times(variance)).over(total);
        return x.minus(denoised).over(t);
    }
}
