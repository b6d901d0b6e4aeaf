package spaceslab.essay.attentionscale;

import java.util.Arrays;
import java.util.stream.IntStream;
import spaceslab.experiment.Cost;
import spaceslab.experiment.Emitter;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.ResultSchema;
import spaceslab.experiment.StopSignal;

/**
 * α* along the positions of a causal decoder, and what one α for all positions costs: α*(L/2), as
 * the essay proposes, α*(L), α* at the harmonic mean of n (which maximises the mean of the
 * unclipped estimate, {@code Σ_n α(1 − e^R/n)}), the best one, and the usual 1/σ.
 */
final class CausalExperiment implements Experiment<CausalParameters> {
    private static final ResultSchema RESULTS =
            ResultSchema.builder()
                    .values(
                            "halfAlpha",
                            "halfKept",
                            "halfGood",
                            "bestAlpha",
                            "bestN",
                            "bestKept",
                            "harmonicN",
                            "harmonicKept",
                            "usualKept")
                    .series(
                            "alphaStar",
                            "shannonOptimal",
                            "shannonHalf",
                            "shannonUsual",
                            "keptHalf",
                            "keptBest",
                            "keptHarmonic",
                            "keptWhole",
                            "keptUsual")
                    .table("compromises", "scale", "n", "alpha", "kept", "worst", "good")
                    .build();

    @Override
    public String id() {
        return "causal";
    }

    @Override
    public Class<CausalParameters> parameters() {
        return CausalParameters.class;
    }

    @Override
    public Mode mode(CausalParameters parameters) {
        return Mode.LIVE;
    }

    @Override
    public Cost cost(CausalParameters parameters) {
        return Cost.small();
    }

    @Override
    public ResultSchema results() {
        return RESULTS;
    }

    @Override
    public void run(CausalParameters parameters, Emitter out, StopSignal stop) {
        Scores scores = parameters.distribution().scores(parameters.d());
        DecoderPositions positions = DecoderPositions.of(scores, parameters.length());
        stop.check();
        double[] n = IntStream.of(positions.n()).asDoubleStream().toArray();
        out.points("alphaStar", n, positions.optimum());
        shannon("optimal", scores, n, positions.optimum(), out);

        Compromise compromise = new Compromise(scores, positions, out);
        double half = parameters.length() / 2.0;
        double halfAlpha = new MeanField(scores, half).optimum();
        out.value("halfAlpha", halfAlpha);
        Kept halfKept = compromise.judge("half", half, halfAlpha);
        out.value("halfKept", halfKept.mean());
        out.value("halfGood", halfKept.good());

        int best = positions.bestKnot();
        stop.check();
        out.value("bestN", positions.n()[best]);
        out.value("bestAlpha", positions.optimum()[best]);
        Kept bestKept = compromise.judge("best", n[best], positions.optimum()[best]);
        out.value("bestKept", bestKept.mean());

        double harmonic = positions.harmonicMean();
        out.value("harmonicN", harmonic);
        double harmonicAlpha = new MeanField(scores, harmonic).optimum();
        out.value("harmonicKept", compromise.judge("harmonic", harmonic, harmonicAlpha).mean());

        double whole = positions.optimum()[n.length - 1];
        compromise.judge("whole", parameters.length(), whole);
        double usual = 1 / scores.deviation();
        out.value("usualKept", compromise.judge("usual", Double.NaN, usual).mean());
    }

    /**
     * What a single α keeps of the per-position optimum.
     *
     * @param mean mean G over the mean of the best G
     * @param good share of positions that keep at least 90 %
     */
    private record Kept(double mean, double good) {}

    private record Compromise(Scores scores, DecoderPositions positions, Emitter out) {
        Kept judge(String name, double n, double alpha) {
            double concentration = new MeanField(scores, 2).logConcentration(alpha);
            int count = positions.n().length;
            double[] knots = new double[count];
            double[] kept = new double[count];
            double[] best = new double[count];
            double[] good = new double[count];
            double worst = Double.POSITIVE_INFINITY;
            for (int i = 0; i < count; i++) {
                knots[i] = positions.n()[i];
                best[i] = positions.best(i);
                kept[i] = positions.gradient(i, alpha, concentration) / best[i];
                good[i] = kept[i] >= 0.9 ? 1 : 0;
                worst = Math.min(worst, kept[i]);
            }
            double mean = positions.meanGradient(alpha, concentration) / positions.mean(best);
            Kept result = new Kept(mean, positions.mean(good));
            out.points(SweepExperiment.seriesName("kept", name), knots, kept);
            out.row("compromises", name, n, alpha, mean, worst, result.good());
            if (name.equals("half") || name.equals("usual")) {
                double[] same = new double[count];
                Arrays.fill(same, alpha);
                shannon(name, scores, knots, same, out);
            }
            return result;
        }
    }

    /** Entropies at the positions where the estimate is not void (an entropy is never negative). */
    private static void shannon(
            String scale, Scores scores, double[] n, double[] alpha, Emitter out) {
        double[] entropy = new double[n.length];
        for (int i = 0; i < n.length; i++) {
            entropy[i] = new MeanField(scores, n[i]).shannon(alpha[i]);
        }
        int[] kept = IntStream.range(0, n.length).filter(i -> entropy[i] >= 0).toArray();
        if (kept.length > 0) {
            out.points(
                    SweepExperiment.seriesName("shannon", scale),
                    IntStream.of(kept).mapToDouble(i -> n[i]).toArray(),
                    IntStream.of(kept).mapToDouble(i -> entropy[i]).toArray());
        }
    }
}
