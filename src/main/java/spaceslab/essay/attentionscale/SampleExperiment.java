package spaceslab.essay.attentionscale;

import java.util.ArrayList;
import java.util.List;
import spaceslab.experiment.Cost;
import spaceslab.experiment.Emitter;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.ResultSchema;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.OrderedUnits;
import spaceslab.numerics.SeededStreams;

/**
 * Is the mean-field estimate right? The exact G(α) on drawn scores, against the mean-field curve
 * and the limit of the mean; or on one list of the visitor's own.
 */
final class SampleExperiment implements Experiment<SampleParameters> {
    private static final double LIVE_WORK = 2e8;
    private static final int BATCHES = 40;
    private static final int SMALLEST_BATCH = 8;
    private static final double SEARCH = 1e4;

    /** Points of the grid that optima are looked for on, at least. */
    private static final int SEARCHED = 100;

    private static final ResultSchema RESULTS =
            ResultSchema.builder()
                    .values(
                            "drawnMedian",
                            "drawnLower",
                            "drawnUpper",
                            "medianCurveOptimum",
                            "medianCurveKind",
                            "alphaStar",
                            "meanLimit",
                            "meanAtStar",
                            "meanAtEnd",
                            "medianAtStar",
                            "medianAtEnd",
                            "censored",
                            "searchEnd",
                            "ownOptimum",
                            "ownGradient",
                            "ownKind")
                    .series("median", "mean", "meanField", "optimum", "histogram", "own")
                    .table("optima", "probability", "alpha")
                    .build();

    private final OrderedUnits units;

    SampleExperiment() {
        this(OrderedUnits.onAllProcessors());
    }

    SampleExperiment(OrderedUnits units) {
        this.units = units;
    }

    /** Averages at α* were read off the grid, optima found on what was drawn. */
    @Override
    public int schemaVersion() {
        return 2;
    }

    @Override
    public String id() {
        return "sample";
    }

    @Override
    public Class<SampleParameters> parameters() {
        return SampleParameters.class;
    }

    @Override
    public Mode mode(SampleParameters parameters) {
        return parameters.work() <= LIVE_WORK ? Mode.LIVE : Mode.QUEUED;
    }

    /**
     * Measured on two cores: each of two grids about 0.7 ns a score and α, draw and optimum about
     * 300 ns a score.
     */
    @Override
    public Cost cost(SampleParameters parameters) {
        double scores = parameters.work() / parameters.points();
        double seconds = 0.02 + 0.5e-9 * parameters.work() + 2e-7 * scores;
        long values = parameters.points() + Math.max(SEARCHED, parameters.points());
        long bytes = 8L * parameters.draws() * values + 64L * parameters.n();
        return new Cost(seconds, 4_000_000 + bytes);
    }

    @Override
    public ResultSchema results() {
        return RESULTS;
    }

    @Override
    public void run(SampleParameters parameters, Emitter out, StopSignal stop) {
        parameters
                .distribution()
                .distribution()
                .ifPresentOrElse(
                        distribution -> drawn(distribution, parameters, out, stop),
                        () -> OwnScores.run(parameters, out, stop));
    }

    private void drawn(
            ScoreDistribution distribution,
            SampleParameters parameters,
            Emitter out,
            StopSignal stop) {
        Scores scores = distribution.scores(parameters.d());
        MeanField field = new MeanField(scores, parameters.n());
        double star = field.optimum();
        double unit = 1 / scores.deviation();
        double natural = Math.max(5 * star, 10 * unit);
        double range = parameters.automatic() ? natural : parameters.alphaMax();
        double searchEnd = Math.max(SEARCH * unit, Math.max(1e3 * star, 10 * range));
        out.value("alphaStar", star);
        out.value("meanLimit", MeanGradientLimit.of(scores, parameters.n()));
        out.value("searchEnd", searchEnd);
        meanField(field, range, out);

        GradientDraws.Steps shown =
                new GradientDraws.Steps(range / parameters.points(), parameters.points());
        int points = Math.max(SEARCHED, parameters.points());
        GradientDraws.Steps searched = new GradientDraws.Steps(natural / points, points);
        GradientDraws draws =
                new GradientDraws(
                        scores,
                        parameters.n(),
                        shown,
                        searched,
                        searchEnd,
                        star,
                        new SeededStreams(parameters.seed()));
        List<DrawnGradient> done = new ArrayList<>();
        try {
            batches(draws, parameters.draws(), done, out, stop);
        } catch (StopSignal.Stopped stopped) {
            if (!done.isEmpty()) {
                out.note("partialDraws", done.size(), parameters.draws());
                summarise(done, draws, out);
            }
            throw stopped;
        }
        summarise(done, draws, out);
    }

    private void batches(
            GradientDraws draws,
            int count,
            List<DrawnGradient> done,
            Emitter out,
            StopSignal stop) {
        int size = Math.max(SMALLEST_BATCH, (count + BATCHES - 1) / BATCHES);
        for (int from = 0; from < count; from += size) {
            List<DrawnGradient> batch =
                    draws.compute(units, from, Math.min(count, from + size), stop);
            done.addAll(batch);
            for (int i = 0; i < batch.size(); i++) {
                if (Double.isFinite(batch.get(i).optimum())) {
                    out.point("optimum", from + i + 1, batch.get(i).optimum());
                }
            }
            new SampleSummary(done, draws).optima(out);
            out.progress("draws", done.size(), count);
        }
    }

    private static void summarise(List<DrawnGradient> done, GradientDraws draws, Emitter out) {
        SampleSummary summary = new SampleSummary(done, draws);
        summary.curves(out);
        summary.distribution(out);
    }

    /** The mean-field curve as far as it means something. */
    private static void meanField(MeanField field, double range, Emitter out) {
        int points = 200;
        double end = Math.min(range, field.end());
        double[] alpha = new double[points + 1];
        double[] g = new double[points + 1];
        for (int i = 0; i <= points; i++) {
            alpha[i] = end * i / points;
            g[i] = Math.max(0, field.gradient(alpha[i]));
        }
        out.points("meanField", alpha, g);
    }
}
