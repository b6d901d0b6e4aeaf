package spaceslab.essay.emo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import spaceslab.essay.emo.toy.ToyExperiment;
import spaceslab.essay.emo.toy.ToySweepExperiment;
import spaceslab.experiment.Finding;
import spaceslab.experiment.Finding.Measurement;
import spaceslab.experiment.Finding.Source;
import spaceslab.experiment.Finding.Status;
import spaceslab.experiment.RunResult;

/** What the essay, the paper and we say of the loss itself, and what the computation says. */
final class EmoFindings {
    private EmoFindings() {}

    static List<Finding<?>> of(
            MicroscopeExperiment microscope,
            MinimisersExperiment minimisers,
            ToyExperiment toy,
            ToySweepExperiment sweep,
            DistancesExperiment distances,
            EntropicExperiment entropic) {
        List<Finding<?>> findings = new ArrayList<>();
        findings.add(
                Finding.quick(
                        "oneTargetOnePlan",
                        Source.ESSAY,
                        Status.HOLDS,
                        microscope,
                        Map.of(),
                        1e-12,
                        EmoFindings::boundIsTransport));
        findings.add(
                Finding.quick(
                        "formulaForSoftTargets",
                        Source.OURS,
                        Status.DOES_NOT_HOLD,
                        microscope,
                        Map.of("target", "0.5,0.3,0.2"),
                        1e-3,
                        EmoFindings::boundIsTransport));
        findings.add(
                Finding.quick(
                        "synonymIsForgiven",
                        Source.ESSAY,
                        Status.HOLDS,
                        microscope,
                        Map.of(),
                        0,
                        EmoFindings::synonym));
        findings.add(
                Finding.quick(
                        "slowFromScratch",
                        Source.ESSAY,
                        Status.HOLDS,
                        microscope,
                        Map.of(),
                        1e-3,
                        EmoFindings::vanishing));
        findings.add(
                Finding.quick(
                        "cosineIsAMetric",
                        Source.OURS,
                        Status.DOES_NOT_HOLD,
                        microscope,
                        Map.of(),
                        1e-12,
                        EmoFindings::metric));
        findings.add(
                Finding.quick(
                        "crossEntropyFindsTheData",
                        Source.OURS,
                        Status.HOLDS,
                        minimisers,
                        Map.of(),
                        1e-9,
                        (r, t) -> findsData(r, "mle", t)));
        findings.add(
                Finding.quick(
                        "emoFindsTheData",
                        Source.OURS,
                        Status.DOES_NOT_HOLD,
                        minimisers,
                        Map.of(),
                        1e-3,
                        (r, t) -> findsData(r, "emo", t)));
        findings.add(
                Finding.quick(
                        "emoEndsAtTheMedoid",
                        Source.OURS,
                        Status.HOLDS,
                        minimisers,
                        Map.of(),
                        0.01,
                        EmoFindings::medoid));
        findings.add(
                Finding.quick(
                        "combinedFormFindsTheData",
                        Source.OURS,
                        Status.DOES_NOT_HOLD,
                        minimisers,
                        Map.of(),
                        0.01,
                        (r, t) -> findsData(r, "mode1Detached", t)));
        findings.add(
                Finding.quick(
                        "continuedFormEndsAtTheMode",
                        Source.OURS,
                        Status.HOLDS,
                        minimisers,
                        Map.of("losses", "mode2"),
                        0.01,
                        EmoFindings::mode));
        findings.add(
                Finding.quick(
                        "samplesBecomeLikelier",
                        Source.PAPER,
                        Status.HOLDS,
                        toy,
                        Map.of("samples", "50000"),
                        0.05,
                        EmoFindings::samplesLikelier));
        findings.add(
                Finding.quick(
                        "textsBecomeLikelier",
                        Source.PAPER,
                        Status.DOES_NOT_HOLD,
                        toy,
                        Map.of("samples", "50000"),
                        0.01,
                        EmoFindings::textsLikelier));
        findings.add(
                Finding.quick(
                        "mixCuresTheSlowStart",
                        Source.ESSAY,
                        Status.HOLDS,
                        toy,
                        Map.of("samples", "5000", "losses", "mle,emo,mixed"),
                        0.5,
                        EmoFindings::cured));
        findings.add(
                Finding.quick(
                        "slopeWithoutOverlap",
                        Source.ESSAY,
                        Status.HOLDS,
                        distances,
                        Map.of(),
                        1e-6,
                        EmoFindings::slopes));
        findings.add(
                Finding.quick(
                        "priceOfEntropy",
                        Source.OURS,
                        Status.HOLDS,
                        entropic,
                        Map.of(),
                        1e-6,
                        EmoFindings::price));
        findings.addAll(ToySweepFindings.of(sweep));
        return findings;
    }

    private static Measurement boundIsTransport(RunResult r, double tolerance) {
        double transport = r.number("transport");
        double bound = r.number("bound");
        return Measurement.that(Math.abs(bound - transport) <= tolerance, transport, bound);
    }

    /**
     * The second token is the target's neighbour: EMO pulls it up, cross entropy pushes it down.
     */
    private static Measurement synonym(RunResult r, double tolerance) {
        double emo = r.series("gradient.emo").y()[1];
        double mle = r.series("gradient.mle").y()[1];
        return Measurement.that(emo < -tolerance && mle > tolerance, -emo, -mle);
    }

    /** The pull at the largest margin. */
    private static Measurement vanishing(RunResult r, double tolerance) {
        double[] margins = r.series("pullAt.emo").x();
        int last = margins.length - 1;
        double emo = r.series("pullAt.emo").y()[last];
        double mle = r.series("pullAt.mle").y()[last];
        return Measurement.that(emo <= tolerance * mle, margins[last], emo, mle);
    }

    private static Measurement metric(RunResult r, double tolerance) {
        double excess = r.number("triangleExcess");
        return Measurement.that(excess <= tolerance, excess);
    }

    private static Measurement findsData(RunResult r, String loss, double tolerance) {
        List<Object> end = end(r, loss);
        double divergence = number(end, 3);
        return Measurement.that(
                divergence <= tolerance, divergence, number(end, 4), r.number("entropy"));
    }

    private static Measurement medoid(RunResult r, double tolerance) {
        List<Object> end = end(r, "emo");
        double medoid = r.number("medoid");
        return Measurement.that(
                number(end, 1) == medoid && number(end, 2) >= 1 - tolerance,
                medoid,
                100 * number(end, 2),
                r.number("mode"));
    }

    private static Measurement mode(RunResult r, double tolerance) {
        List<Object> end = end(r, "mode2");
        double mode = r.number("mode");
        return Measurement.that(
                number(end, 1) == mode && number(end, 2) >= 1 - tolerance,
                mode,
                100 * number(end, 2));
    }

    /** Under the true language, by more than the tolerance. */
    private static Measurement samplesLikelier(RunResult r, double tolerance) {
        double emo = number(end(r, "mode1Detached"), 4);
        double mle = number(end(r, "mle"), 4);
        return Measurement.that(emo < mle - tolerance, emo, mle, r.number("trueEntropy"));
    }

    private static Measurement textsLikelier(RunResult r, double tolerance) {
        double emo = number(end(r, "mode1Detached"), 2);
        double mle = number(end(r, "mle"), 2);
        return Measurement.that(emo < mle - tolerance, emo, mle, r.number("trueEntropy"));
    }

    /** Steps of the mixed loss to the test loss that EMO alone reaches at best. */
    private static Measurement cured(RunResult r, double tolerance) {
        List<Object> emo = end(r, "emo");
        RunResult.Series mixed = r.series("testLoss.mixed");
        int k = 0;
        while (k < mixed.y().length - 1 && mixed.y()[k] > number(emo, 2)) {
            k++;
        }
        return Measurement.that(
                mixed.y()[k] <= number(emo, 2) && mixed.x()[k] <= tolerance * number(emo, 3),
                number(emo, 2),
                number(emo, 3),
                mixed.x()[k]);
    }

    /** The slopes at the largest shift, where the bumps are apart. */
    private static Measurement slopes(RunResult r, double tolerance) {
        double transport = last(r.series("slope.transport").y());
        double variation = last(r.series("slope.totalVariation").y());
        double divergence = last(r.series("slope.jensenShannon").y());
        return Measurement.that(
                Math.abs(transport - 1) <= tolerance
                        && Math.abs(variation) <= tolerance
                        && Math.abs(divergence) <= tolerance,
                transport,
                variation,
                divergence);
    }

    /** At every strength, and the more the stronger. */
    private static Measurement price(RunResult r, double tolerance) {
        double[] prices = r.series("price").y();
        boolean falls = last(prices) > tolerance;
        for (int i = 1; i < prices.length; i++) {
            falls &= prices[i] < prices[i - 1];
        }
        double exact = r.number("exact");
        double gap = r.number("entropic") - exact;
        return Measurement.that(falls, exact, r.number("entropic"), 100 * gap / exact);
    }

    private static double last(double[] values) {
        return values[values.length - 1];
    }

    private static List<Object> end(RunResult r, String loss) {
        return r.table("ends").stream()
                .filter(row -> row.getFirst().equals(loss))
                .findFirst()
                .orElseThrow();
    }

    private static double number(List<Object> row, int column) {
        return ((Number) row.get(column)).doubleValue();
    }
}
