package spaceslab.essay.transformervq;

import java.util.LinkedHashMap;
import java.util.Map;
import spaceslab.essay.transformervq.attention.AttentionGradient;
import spaceslab.essay.transformervq.attention.GradientReach;
import spaceslab.essay.transformervq.attention.LocalBias;
import spaceslab.essay.transformervq.attention.QuadraticAttention;
import spaceslab.essay.transformervq.attention.QuantisedKeys;
import spaceslab.experiment.Cost;
import spaceslab.experiment.Emitter;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.ResultSchema;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.RealMatrix;
import spaceslab.numerics.SeededStreams;

/** How much of the gradient is lost where it is stopped at the cache, or at the block. */
final class GradientsExperiment implements Experiment<GradientsParameters> {
    private static final ResultSchema RESULTS =
            ResultSchema.builder()
                    .values("cosineTwoBlocks", "cosineOneBlock", "cosineValuesOneBlock", "oldShare")
                    .series("keyNorm")
                    .table(
                            "reaches",
                            "reach",
                            "cosineKeys",
                            "normKeys",
                            "cosineValues",
                            "normValues")
                    .grids("mapAll", "mapTwoBlocks", "mapOneBlock")
                    .build();

    @Override
    public String id() {
        return "gradients";
    }

    @Override
    public Class<GradientsParameters> parameters() {
        return GradientsParameters.class;
    }

    @Override
    public Mode mode(GradientsParameters parameters) {
        return Mode.LIVE;
    }

    @Override
    public Cost cost(GradientsParameters p) {
        double pairs = (double) p.tokens() * p.tokens();
        return new Cost(0.02 + 2e-8 * pairs * (p.keySize() + 20), 30_000_000);
    }

    @Override
    public ResultSchema results() {
        return RESULTS;
    }

    @Override
    public void run(GradientsParameters p, Emitter out, StopSignal stop) {
        SeededStreams streams = new SeededStreams(p.seed());
        DrawnSequence drawn =
                DrawnSequence.of(
                        KeyDistribution.ISOTROPIC,
                        p.tokens(),
                        p.keySize(),
                        GradientsParameters.VALUE_SIZE,
                        1,
                        0,
                        p.scale(),
                        streams);
        double[][] codes =
                Codebooks.of(
                                CodebookChoice.K_MEANS,
                                drawn.keyRows(),
                                p.codes(),
                                streams.child(1).stream(0),
                                stop)
                        .codes();
        RealMatrix q = drawn.q(Rounding.FLOAT64);
        RealMatrix v = drawn.v(Rounding.FLOAT64);
        QuantisedKeys keys =
                QuantisedKeys.of(
                        drawn.k(Rounding.FLOAT64), DrawnSequence.matrix(codes, Rounding.FLOAT64));
        RealMatrix g =
                DrawnSequence.of(
                                KeyDistribution.ISOTROPIC,
                                p.tokens(),
                                1,
                                GradientsParameters.VALUE_SIZE,
                                1,
                                0,
                                1,
                                streams.child(2))
                        .v(Rounding.FLOAT64);
        RealMatrix weights =
                QuadraticAttention.weights(
                        q, keys.vectors(), LocalBias.falling(p.block(), p.height()), true, stop);
        Map<String, GradientReach> reaches = new LinkedHashMap<>();
        reaches.put("full", GradientReach.FULL);
        reaches.put("twoBlocks", GradientReach.TWO_BLOCKS);
        reaches.put("twoBlocksCacheStopped", GradientReach.TWO_BLOCKS_CACHE_STOPPED);
        reaches.put("oneBlock", GradientReach.ONE_BLOCK);
        AttentionGradient full = gradient(p, q, keys, v, weights, g, GradientReach.FULL);
        reaches.forEach((name, reach) -> {
            stop.check();
            compare(p, name, gradient(p, q, keys, v, weights, g, reach), full, out);
        });
        double[] pairs = AttentionGradient.ofScores(weights, v, g).toDoubles();
        map("mapAll", p, pairs, GradientReach.FULL, out);
        map("mapTwoBlocks", p, pairs, GradientReach.TWO_BLOCKS, out);
        map("mapOneBlock", p, pairs, GradientReach.ONE_BLOCK, out);
    }

    private static AttentionGradient gradient(
            GradientsParameters p,
            RealMatrix q,
            QuantisedKeys keys,
            RealMatrix v,
            RealMatrix weights,
            RealMatrix g,
            GradientReach reach) {
        return AttentionGradient.of(q, keys, v, weights, g, p.block(), p.block(), reach);
    }

    private static void compare(
            GradientsParameters p,
            String name,
            AttentionGradient gradient,
            AttentionGradient full,
            Emitter out) {
        double[] dk = gradient.dk().toDoubles();
        double[] dv = gradient.dv().toDoubles();
        double[] fullKeys = full.dk().toDoubles();
        double cosineKeys = cosine(dk, fullKeys);
        double cosineValues = cosine(dv, full.dv().toDoubles());
        out.row(
                "reaches",
                name,
                cosineKeys,
                norm(dk) / norm(fullKeys),
                cosineValues,
                norm(dv) / norm(full.dv().toDoubles()));
        for (int j = 0; j < p.tokens(); j++) {
            double squares = 0;
            for (int a = 0; a < p.keySize(); a++) {
                double x = gradient.dk().at(j, a);
                squares += x * x;
            }
            out.point("keyNorm." + name, j, Math.sqrt(squares));
        }
        switch (name) {
            case "twoBlocks" -> {
                out.value("cosineTwoBlocks", cosineKeys);
                double lost = norm(difference(dk, fullKeys)) / norm(fullKeys);
                out.value("oldShare", lost);
            }
            case "oneBlock" -> {
                out.value("cosineOneBlock", cosineKeys);
                out.value("cosineValuesOneBlock", cosineValues);
            }
            default -> {}
        }
    }

    private static double[] difference(double[] a, double[] b) {
        double[] difference = a.clone();
        java.util.Arrays.setAll(difference, i -> a[i] - b[i]);
        return difference;
    }

    /** dS_ij where it reaches key j: a row a query. */
    private static void map(
            String name, GradientsParameters p, double[] pairs, GradientReach reach, Emitter out) {
        int n = p.tokens();
        double[] kept = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                boolean reached = i / p.block() - j / p.block() < reach.keyBlocks();
                kept[i * n + j] = reached ? pairs[i * n + j] : 0;
            }
        }
        out.grid(name, n, n, kept);
    }

    private static double norm(double[] x) {
        double squares = 0;
        for (double y : x) {
            squares += y * y;
        }
        return Math.sqrt(squares);
    }

    /** 0 where one of them vanishes. */
    private static double cosine(double[] a, double[] b) {
        double product = 0;
        for (int i = 0; i < a.length; i++) {
            product += a[i] * b[i];
        }
        double norms = norm(a) * norm(b);
        return norms == 0 ? 0 : product / norms;
    }
}
