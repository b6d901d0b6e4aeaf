package spaceslab.topic;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import spaceslab.experiment.RunResult;

/**
 * The properties of all experiments; one that is not named here has nothing that may be missing.
 */
final class ExperimentProperties {
    /** Trainings and measurements of time, of which no set-up costs little. */
    static final Set<String> HEAVY =
            Set.of(
                    "nonlinear-rnn/sweeps",
                    "pretraining/listops",
                    "pretraining/transfer",
                    "pretraining/dataScale",
                    "pretraining/text",
                    "emo/toySweep",
                    "emo/language",
                    "emo/pretrain",
                    "attention-scale/training",
                    "fsq/compare",
                    "fsq/sizes",
                    "fsq/generation",
                    "transformer-vq/cost",
                    "transformer-vq/recallTraining",
                    "transformer-vq/language",
                    "transformer-vq/conversion",
                    "amed/images",
                    "amed/training",
                    "amed/denoiser");

    private static final double ROUNDING = 1e-9;

    private static final Map<String, Properties> ALL =
            Map.ofEntries(
                    entry(
                            "attention-scale/sample",
                            Properties.notFinite(
                                            "ownOptimum",
                                            "drawnUpper",
                                            "drawnMedian",
                                            "drawnLower",
                                            "optima.alpha")
                                    .and(ExperimentProperties::ownOptimumIsLargest)),
                    entry(
                            "amed/trajectories",
                            Properties.notFinite(
                                    "exact", "path", "errors.error", "bestError", "worstError")),
                    entry(
                            "amed/meanValue",
                            Properties.notFinite("middleR", "steps.rootR")
                                    .and((p, r) ->
                                            atMost(
                                                    r.number("bestJointError"),
                                                    r.series("stepError.both").y()))),
                    entry(
                            "amed/chord",
                            Properties.none()
                                    .and((p, r) ->
                                            atMost(r.number("leastGap"), r.series("gap").y()))
                                    .and((p, r) ->
                                            atMost(r.number("leastAngle"), r.series("angle").y()))
                                    .and((p, r) ->
                                            atMost(
                                                    r.number("leastGapScaled"),
                                                    r.series("scaled").y()))),
                    entry(
                            "emo/distances",
                            Properties.notFinite("kullbackLeibler")
                                    .and(ExperimentProperties::distances)),
                    entry("fsq/quantiser", Properties.none().and(ExperimentProperties::quantiser)),
                    entry(
                            "nonlinear-rnn/iterate",
                            Properties.notFinite(
                                            "methods.error", "methods.peak", "error", "lyapunov")
                                    .and((p, r) ->
                                            assertThat(r.number("spectralRadius"))
                                                    .isNotNegative())),
                    entry("nonlinear-rnn/scaling", Properties.notFinite("breakEvenProcessors")),
                    entry(
                            "attention-scale/curve",
                            Properties.notFinite("optima.gradientEssay", "optima.gradientOne")),
                    entry(
                            "attention-scale/sweep",
                            Properties.notFinite("spreads.renyi2Spread", "spreads.shannonSpread")),
                    entry("attention-scale/causal", Properties.notFinite("compromises.n")),
                    entry("attention-scale/jacobian", Properties.notFinite("ownOptimum")));

    private ExperimentProperties() {}

    static Properties of(String experiment) {
        return ALL.getOrDefault(experiment, Properties.none());
    }

    private static void atMost(double least, double[] shown) {
        assertThat(least).isLessThanOrEqualTo(Arrays.stream(shown).min().orElseThrow() + ROUNDING);
    }

    private static void ownOptimumIsLargest(Map<String, String> p, RunResult r) {
        if (r.values().containsKey("ownGradient")) {
            assertThat(Arrays.stream(r.series("own").y()).max().orElseThrow())
                    .isLessThanOrEqualTo(r.number("ownGradient") * (1 + ROUNDING));
        }
    }

    private static void distances(Map<String, String> p, RunResult r) {
        assertThat(r.number("hellinger")).isBetween(0.0, 1.0);
        assertThat(r.number("totalVariation")).isBetween(0.0, 1.0);
        assertThat(r.number("jensenShannon")).isBetween(0.0, Math.log(2));
        assertThat(r.number("kullbackLeibler")).isGreaterThanOrEqualTo(-ROUNDING);
        assertThat(r.number("transport")).isGreaterThanOrEqualTo(-ROUNDING);
        if (Double.parseDouble(p.get("shift")) == 0) {
            for (String distance :
                    List.of("hellinger", "totalVariation", "jensenShannon", "kullbackLeibler")) {
                assertThat(r.number(distance)).as(distance).isZero();
            }
            assertThat(r.number("transport")).isCloseTo(0, within(1e-12));
        }
    }

    private static void quantiser(Map<String, String> p, RunResult r) {
        double most = r.number("largestBits") + ROUNDING;
        for (List<Object> row : r.table("forms")) {
            double best = ((Number) row.get(3)).doubleValue();
            assertThat(best).isLessThanOrEqualTo(most);
            assertThat(
                            Arrays.stream(r.series("entropyOfSigma." + row.get(0)).y())
                                    .max()
                                    .orElseThrow())
                    .isLessThanOrEqualTo(best + ROUNDING);
            double[] bins = r.series("bins." + row.get(0)).y();
            assertThat(Arrays.stream(bins).sum()).isCloseTo(1, within(1e-9));
            assertThat(Arrays.stream(bins).min().orElseThrow()).isNotNegative();
        }
        assertThat(r.number("usage")).isBetween(0.0, 1.0);
        assertThat(r.number("perplexity")).isLessThanOrEqualTo(r.number("used") + ROUNDING);
    }
}
