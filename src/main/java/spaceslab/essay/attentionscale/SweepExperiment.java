package spaceslab.essay.attentionscale;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import spaceslab.experiment.Cost;
import spaceslab.experiment.Emitter;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.ResultSchema;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.OriginFit;

/**
 * α*(n) with the essay's two fits through the origin, c√(log n) and c·log n, and what happens to
 * the entropies when n grows under three scales: α*(n), a fixed one, and the entropy-invariant log
 * n.
 */
final class SweepExperiment implements Experiment<SweepParameters> {
    private static final ResultSchema RESULTS =
            ResultSchema.builder()
                    .values(
                            "coefficientSqrt",
                            "coefficientLog",
                            "rmsSqrt",
                            "rmsLog",
                            "smallestAlpha",
                            "largestAlpha",
                            "shareEssay",
                            "keptEssaySmallest",
                            "keptEssayLargest",
                            "shannonSpread [nat]",
                            "renyi2Spread [nat]")
                    .series(
                            "alphaStar",
                            "fitSqrt",
                            "fitLog",
                            "residualSqrt",
                            "residualLog",
                            "shannonOptimal",
                            "renyi2Optimal",
                            "shannonFixed",
                            "renyi2Fixed",
                            "shannonInvariant",
                            "renyi2Invariant")
                    .table("fits", "form", "coefficient", "rms", "largestResidual")
                    .table("spreads", "scale", "shannonSpread [nat]", "renyi2Spread [nat]")
                    .build();

    @Override
    public String id() {
        return "sweep";
    }

    @Override
    public Class<SweepParameters> parameters() {
        return SweepParameters.class;
    }

    @Override
    public Mode mode(SweepParameters parameters) {
        return Mode.LIVE;
    }

    @Override
    public Cost cost(SweepParameters parameters) {
        return Cost.small();
    }

    @Override
    public ResultSchema results() {
        return RESULTS;
    }

    @Override
    public void run(SweepParameters parameters, Emitter out, StopSignal stop) {
        Scores scores = parameters.distribution().scores(parameters.d());
        OptimumSweep sweep = OptimumSweep.of(scores, parameters.step(), SweepParameters.COUNT);
        stop.check();
        double[] n = sweep.n();
        double[] optimum = sweep.optimum();
        out.points("alphaStar", n, optimum);
        out.value("smallestAlpha", Arrays.stream(optimum).min().orElseThrow());
        out.value("largestAlpha", Arrays.stream(optimum).max().orElseThrow());
        fit("Sqrt", Math::sqrt, sweep, out);
        fit("Log", x -> x, sweep, out);
        essayScale(parameters, scores, sweep, out);
        stop.check();

        double unit = 1 / scores.deviation();
        double perLog = unit / Math.log(parameters.trainingLength());
        double[] fixed = new double[n.length];
        double[] invariant = new double[n.length];
        for (int i = 0; i < n.length; i++) {
            fixed[i] = unit;
            invariant[i] = perLog * Math.log(n[i]);
        }
        Spread best = entropies("optimal", scores, n, optimum, out);
        present("shannonSpread", best.shannon(), out);
        present("renyi2Spread", best.renyi2(), out);
        entropies("fixed", scores, n, fixed, out);
        entropies("invariant", scores, n, invariant, out);
    }

    private static void fit(
            String form, DoubleUnaryOperator ofLog, OptimumSweep sweep, Emitter out) {
        double[] n = sweep.n();
        double[] x = Arrays.stream(n).map(v -> ofLog.applyAsDouble(Math.log(v))).toArray();
        OriginFit fit = OriginFit.of(x, sweep.optimum());
        double[] fitted = Arrays.stream(x).map(v -> fit.coefficient() * v).toArray();
        double[] residual = new double[n.length];
        for (int i = 0; i < n.length; i++) {
            residual[i] = sweep.optimum()[i] - fitted[i];
        }
        out.points("fit" + form, n, fitted);
        out.points("residual" + form, n, residual);
        out.value("coefficient" + form, fit.coefficient());
        out.value("rms" + form, fit.rootMeanSquare());
        out.row("fits", "fit" + form, fit.coefficient(), fit.rootMeanSquare(), fit.largest());
    }

    /**
     * The share of n whose α* lies in the essay's cosine range 25 … 35 (for other distributions:
     * within 20 % of 2.5), and the part of G(α*) that the essay's one scale keeps at both ends: 0
     * where the estimate is void, NaN where its moments do not exist.
     */
    private static void essayScale(
            SweepParameters parameters, Scores scores, OptimumSweep sweep, Emitter out) {
        boolean cosine = parameters.distribution() == ScoreDistribution.COSINE;
        double low = cosine ? 25 : 2;
        double high = cosine ? 35 : 3;
        long inside = Arrays.stream(sweep.optimum()).filter(a -> a >= low && a <= high).count();
        out.value("shareEssay", (double) inside / sweep.n().length);
        double scale = parameters.distribution().essayScale();
        present("keptEssaySmallest", kept(scores, sweep, 0, scale), out);
        present("keptEssayLargest", kept(scores, sweep, sweep.n().length - 1, scale), out);
    }

    /** Where the moment it needs exists; a note says so where it does not. */
    private static void present(String name, double value, Emitter out) {
        if (Double.isNaN(value)) {
            out.note("momentMissing");
        } else {
            out.value(name, value);
        }
    }

    private static double kept(Scores scores, OptimumSweep sweep, int i, double scale) {
        MeanField field = new MeanField(scores, sweep.n()[i]);
        double part = field.gradient(scale) / field.gradient(sweep.optimum()[i]);
        return part < 0 ? 0 : part;
    }

    /** Largest minus smallest entropy over the sweep; NaN where one does not exist. */
    private record Spread(double shannon, double renyi2) {}

    private static Spread entropies(
            String scale, Scores scores, double[] n, double[] alpha, Emitter out) {
        double[] shannon = new double[n.length];
        double[] renyi2 = new double[n.length];
        for (int i = 0; i < n.length; i++) {
            MeanField field = new MeanField(scores, n[i]);
            shannon[i] = field.shannon(alpha[i]);
            renyi2[i] = field.renyi2(alpha[i]);
        }
        finitePoints(seriesName("shannon", scale), n, shannon, out);
        finitePoints(seriesName("renyi2", scale), n, renyi2, out);
        Spread spread = new Spread(spread(shannon), spread(renyi2));
        out.row("spreads", scale, spread.shannon(), spread.renyi2());
        return spread;
    }

    /** {@code shannon} and {@code optimal} give {@code shannonOptimal}. */
    static String seriesName(String base, String scale) {
        return base + Character.toUpperCase(scale.charAt(0)) + scale.substring(1);
    }

    private static void finitePoints(String series, double[] x, double[] y, Emitter out) {
        int[] kept = IntStream.range(0, x.length).filter(i -> Double.isFinite(y[i])).toArray();
        if (kept.length == 0) {
            out.note("momentMissing");
            return;
        }
        out.points(
                series,
                Arrays.stream(kept).mapToDouble(i -> x[i]).toArray(),
                Arrays.stream(kept).mapToDouble(i -> y[i]).toArray());
    }

    private static double spread(double[] values) {
        double low = Arrays.stream(values).min().orElseThrow();
        double high = Arrays.stream(values).max().orElseThrow();
        return Double.isFinite(high - low) ? high - low : Double.NaN;
    }
}
