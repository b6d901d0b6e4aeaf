package spaceslab.learning.quantisation;

import java.util.Arrays;
import spaceslab.learning.Tensor;

/** Assignment of vectors [n, D] to codes [K, D]. */
final class NearestCode {
    private NearestCode() {}

    /** argmin_i |z − e_i|² = argmin_i |e_i|² − 2 z·e_i, as indices [n]; O(n·K·D), no gradient. */
    static Tensor of(Tensor z, Tensor codebook) {
        Tensor codes = codebook.stopGradient();
        Tensor products = z.stopGradient().matMul(codes.swap(0, 1));
        return codes.square().sum(1).minus(products.times(2)).argMin(1);
    }

    /** Mean over n of |a − b|². */
    static Tensor distortion(Tensor a, Tensor b) {
        return a.minus(b).square().sum(1).mean();
    }

    static double[] flat(double[][] rows) {
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    }
}
