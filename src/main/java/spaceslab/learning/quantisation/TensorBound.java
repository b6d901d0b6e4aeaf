package spaceslab.learning.quantisation;

import java.util.function.ToDoubleFunction;
import spaceslab.learning.Precision;
import spaceslab.learning.StraightThroughEstimator;
import spaceslab.learning.Tensor;
import spaceslab.numerics.quantisation.FiniteScalarQuantiser;
import spaceslab.numerics.quantisation.ScalarQuantiser;
import spaceslab.numerics.quantisation.SigmoidQuantiser;
import spaceslab.numerics.quantisation.SymmetricQuantiser;
import spaceslab.numerics.quantisation.TanhQuantiser;

/**
 * The scalar quantisers of d coordinates on tensors [n, d]. All forms are h·tanh(a·z + s) + m,
 * since σ(z) = (1 + tanh(z/2))/2, with h, a, s, m taken from each {@link ScalarQuantiser}; rounded
 * half to even, or half up in the symmetric form, and counted from the lowest level.
 */
final class TensorBound {
    /** h, a, s, m of one coordinate; a tie goes up or to the even; the level of rounded 0. */
    private record Form(
            double half, double scale, double shift, double middle, boolean tiesUp, double level) {
        static Form of(ScalarQuantiser quantiser) {
            double half = (quantiser.levels() - 1) / 2.0;
            return switch (quantiser) {
                case TanhQuantiser q ->
                        new Form(
                                q.halfWidth(),
                                1,
                                q.shift(),
                                -q.offset(),
                                false,
                                Math.floorDiv(q.levels(), 2));
                case SigmoidQuantiser q -> new Form(half, 0.5, 0, half, false, 0);
                case SymmetricQuantiser q -> new Form(half, 1, 0, half, true, 0);
            };
        }
    }

    private final FiniteScalarQuantiser quantiser;
    private final Tensor half;
    private final Tensor scale;
    private final Tensor shift;
    private final Tensor middle;
    private final Tensor tie;
    private final Tensor level;
    private final Tensor lowest;
    private final Tensor unit;
    private final Tensor basis;

    TensorBound(FiniteScalarQuantiser quantiser, Precision precision) {
        this.quantiser = quantiser;
        half = constants(precision, q -> Form.of(q).half());
        scale = constants(precision, q -> Form.of(q).scale());
        shift = constants(precision, q -> Form.of(q).shift());
        middle = constants(precision, q -> Form.of(q).middle());
        tie = constants(precision, q -> Form.of(q).tiesUp() ? 1 : 0);
        level = constants(precision, q -> Form.of(q).level());
        lowest = constants(precision, q -> q.code(0));
        unit = constants(precision, q -> q.code(1) - q.code(0));
        double[] worth = new double[quantiser.dimension()];
        for (int i = 0; i < worth.length; i++) {
            worth[i] = quantiser.radix().basis()[i];
        }
        basis = Tensor.of(precision, worth, worth.length);
    }

    private Tensor constants(Precision precision, ToDoubleFunction<ScalarQuantiser> of) {
        double[] values = new double[quantiser.dimension()];
        for (int i = 0; i < values.length; i++) {
            values[i] = of.applyAsDouble(quantiser.digit(i));
        }
        return Tensor.of(precision, values, values.length);
    }

    private Tensor bound(Tensor z) {
        return z.times(scale).plus(shift).tanh().times(half).plus(middle);
    }

    /** The bounded, unrounded coordinates in units of one level, 0 the lowest. */
    Tensor position(Tensor z) {
        return bound(z).plus(level);
    }

    /** Digits 0 … L − 1 as numbers. */
    Tensor digits(Tensor z) {
        Tensor bound = bound(z).stopGradient();
        Tensor even = bound.round();
        Tensor up = bound.plus(0.5).floor();
        return even.plus(up.minus(even).times(tie)).plus(level);
    }

    /** What stands for digits (or positions): each coordinate about −1 … 1. */
    Tensor code(Tensor digits) {
        return digits.times(unit).plus(lowest);
    }

    /** Codes forwards, the slope of the unrounded map backwards. */
    Tensor rounded(Tensor z, Tensor digits) {
        return StraightThroughEstimator.of(code(position(z)), code(digits));
    }

    /** Indices of digits, exact below 2²⁴. */
    Tensor index(Tensor digits) {
        return digits.times(basis).sum(1);
    }
}
