package spaceslab.learning.quantisation;

import spaceslab.learning.StraightThroughEstimator;
import spaceslab.learning.Tensor;
import spaceslab.learning.Weights;
import spaceslab.numerics.quantisation.Codebook;
import spaceslab.numerics.quantisation.VectorQuantisationLoss;

/**
 * Vector quantisation whose codes are weights (arXiv:1711.00937): the nearest code, the gradient
 * passed straight through, and the auxiliary loss of {@link VectorQuantisationLoss}. O(n·K·D).
 */
public final class GradientCodebook implements Quantiser {
    private final Tensor codebook;
    private final VectorQuantisationLoss auxiliary;

    /** From a codebook; {@code auxiliary} holds β and γ. */
    public GradientCodebook(Weights weights, Codebook start, VectorQuantisationLoss auxiliary) {
        codebook =
                weights.given(
                        "codebook",
                        NearestCode.flat(start.codes()),
                        start.size(),
                        start.dimension());
        this.auxiliary = auxiliary;
    }

    @Override
    public int size() {
        return Math.toIntExact(codebook.size(0));
    }

    @Override
    public Quantised apply(Tensor z) {
        Tensor codes = NearestCode.of(z, codebook);
        Tensor nearest = vectors(codes);
        Tensor moving = NearestCode.distortion(nearest, z.stopGradient());
        Tensor committing = NearestCode.distortion(z, nearest.stopGradient());
        return new Quantised(
                StraightThroughEstimator.of(z, nearest),
                codes,
                moving.times(auxiliary.codebookWeight())
                        .plus(committing.times(auxiliary.commitmentWeight())));
    }

    @Override
    public Tensor vectors(Tensor codes) {
        return codebook.rows(codes);
    }
}
