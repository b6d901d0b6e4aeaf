package spaceslab.essay.fsq.training;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import spaceslab.learning.Weights;
import spaceslab.learning.quantisation.AveragedCodebook;
import spaceslab.learning.quantisation.FiniteScalarLayer;
import spaceslab.learning.quantisation.GradientCodebook;
import spaceslab.learning.quantisation.Quantiser;
import spaceslab.learning.quantisation.Unquantised;
import spaceslab.numerics.RandomStream;
import spaceslab.numerics.SeededStreams;
import spaceslab.numerics.quantisation.Codebook;
import spaceslab.numerics.quantisation.FiniteScalarQuantiser;
import spaceslab.numerics.quantisation.MovingAverageCodebook;
import spaceslab.numerics.quantisation.ScalarForm;
import spaceslab.numerics.quantisation.VectorQuantisationLoss;

/**
 * Of all arms: levels for those that round, the rest for those with a codebook.
 *
 * @param levels L_i of FSQ
 * @param codes K of VQ
 * @param codebookWeight β of the gradient codebook
 * @param commitmentWeight γ
 * @param decay of the moving averages
 * @param period steps between resets
 * @param threshold averaged count below which a code is dead
 */
public record QuantiserSettings(
        List<Integer> levels,
        int codes,
        double codebookWeight,
        double commitmentWeight,
        double decay,
        int period,
        double threshold) {
    private static final double SMOOTHING = 1e-5;
    private static final long START = 0;
    private static final long RESETS = 1;

    /** The paper's levels (Table 1 and appendix), by size. */
    private static final List<List<Integer>> PUBLISHED =
            List.of(
                    List.of(5, 3),
                    List.of(8, 8),
                    List.of(8, 6, 5),
                    List.of(8, 8, 8),
                    List.of(8, 5, 5, 5),
                    List.of(8, 8, 6, 5),
                    List.of(7, 5, 5, 5, 5),
                    List.of(8, 8, 8, 6, 5));

    public QuantiserSettings {
        levels = List.copyOf(levels);
    }

    /**
     * K codes and, of the paper's levels, those whose product is nearest to K in ratio; the rest as
     * a comparison has it by default.
     */
    public static QuantiserSettings usual(int codes) {
        List<Integer> nearest =
                PUBLISHED.stream()
                        .min(
                                Comparator.comparingDouble(levels ->
                                        Math.abs(Math.log((double) product(levels) / codes))))
                        .orElseThrow();
        return new QuantiserSettings(nearest, codes, 1, 0.25, 0.95, 10, 0.3);
    }

    private static int product(List<Integer> levels) {
        return levels.stream().reduce(1, (a, b) -> a * b);
    }

    /**
     * The quantiser of an arm for vectors of D coordinates. All codebooks begin with the same
     * standard normal codes.
     */
    public Quantiser of(Arm arm, Weights weights, int dimension, SeededStreams streams) {
        return switch (arm) {
            case FSQ_TANH -> rounding(ScalarForm.TANH, weights, dimension);
            case FSQ_SIGMOID -> rounding(ScalarForm.SIGMOID, weights, dimension);
            case FSQ_SYMMETRIC -> rounding(ScalarForm.SYMMETRIC, weights, dimension);
            case VQ_GRADIENT ->
                    new GradientCodebook(
                            weights,
                            start(dimension, streams),
                            new VectorQuantisationLoss(codebookWeight, commitmentWeight));
            case VQ_EMA -> averaged(weights, dimension, streams, AveragedCodebook.Reset.never());
            case VQ_EMA_RESET ->
                    averaged(
                            weights,
                            dimension,
                            streams,
                            new AveragedCodebook.Reset(period, threshold, streams.child(RESETS)));
            case NONE -> new Unquantised();
        };
    }

    private Quantiser rounding(ScalarForm form, Weights weights, int dimension) {
        return new FiniteScalarLayer(weights, new FiniteScalarQuantiser(form, levels), dimension);
    }

    private Quantiser averaged(
            Weights weights, int dimension, SeededStreams streams, AveragedCodebook.Reset reset) {
        return new AveragedCodebook(
                weights.precision(),
                MovingAverageCodebook.of(start(dimension, streams), decay, SMOOTHING),
                commitmentWeight,
                reset);
    }

    private Codebook start(int dimension, SeededStreams streams) {
        RandomStream random = streams.stream(START);
        double[][] start = new double[codes][dimension];
        for (double[] code : start) {
            Arrays.setAll(code, j -> random.nextGaussian());
        }
        return new Codebook(start);
    }

    /** The codes an arm has; 0 without quantisation. */
    public int size(Arm arm) {
        return arm.isScalar() ? product(levels) : arm.isCodebook() ? codes : 0;
    }
}
