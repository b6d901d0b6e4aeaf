package spaceslab.learning.quantisation;

import spaceslab.learning.Layer;
import spaceslab.learning.Linear;
import spaceslab.learning.Precision;
import spaceslab.learning.Tensor;
import spaceslab.learning.Weights;
import spaceslab.numerics.quantisation.FiniteScalarQuantiser;

/**
 * Finite scalar quantisation in a network (arXiv:2309.15505): D coordinates are projected to d,
 * each of these is bounded and rounded, and d are projected back to D. No codebook, no auxiliary
 * loss; O(n·D·d).
 */
public final class FiniteScalarLayer implements Quantiser {
    /** What single precision counts without a gap. */
    private static final int MOST_CODES = 1 << 24;

    private final FiniteScalarQuantiser quantiser;
    private final Precision precision;
    private final Layer down;
    private final Layer up;
    private final TensorBound bound;

    /**
     * @param quantiser the levels and their form, at most 2²⁴ codes
     * @param dimension D
     */
    public FiniteScalarLayer(Weights weights, FiniteScalarQuantiser quantiser, int dimension) {
        if (quantiser.radix().size() > MOST_CODES) {
            throw new IllegalArgumentException(
                    "codes (" + quantiser.radix().size() + ") must be at most 2^24");
        }
        this.quantiser = quantiser;
        precision = weights.precision();
        down = new Linear(weights.within("down"), dimension, quantiser.dimension());
        up = new Linear(weights.within("up"), quantiser.dimension(), dimension);
        bound = new TensorBound(quantiser, precision);
    }

    /** The levels and their form. */
    public FiniteScalarQuantiser quantiser() {
        return quantiser;
    }

    @Override
    public int size() {
        return quantiser.radix().size();
    }

    @Override
    public Quantised apply(Tensor z) {
        Tensor coordinates = down.apply(z);
        Tensor digits = bound.digits(coordinates);
        return new Quantised(
                up.apply(bound.rounded(coordinates, digits)),
                bound.index(digits).asIndices(),
                Tensor.zeros(precision));
    }

    /** The same without rounding: the map whose gradient {@link #apply} passes back. */
    public Tensor unrounded(Tensor z) {
        return up.apply(bound.code(bound.position(down.apply(z))));
    }

    /** The bounded, unrounded coordinates [n, d] in units of one level, 0 the lowest. */
    public Tensor positions(Tensor z) {
        return bound.position(down.apply(z));
    }

    @Override
    public Tensor vectors(Tensor codes) {
        int[] indices = codes.toInts();
        int d = quantiser.dimension();
        double[] digits = new double[indices.length * d];
        for (int i = 0; i < indices.length; i++) {
            int[] of = quantiser.radix().digits(indices[i]);
            for (int j = 0; j < d; j++) {
                digits[i * d + j] = of[j];
            }
        }
        return up.apply(bound.code(Tensor.of(precision, digits, indices.length, d)));
    }
}
