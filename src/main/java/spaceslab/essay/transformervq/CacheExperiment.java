package spaceslab.essay.transformervq;

import java.util.stream.IntStream;
import spaceslab.essay.transformervq.attention.BlockRecurrence;
import spaceslab.essay.transformervq.attention.CompressiveCache;
import spaceslab.essay.transformervq.attention.LocalBias;
import spaceslab.essay.transformervq.attention.QuadraticAttention;
import spaceslab.essay.transformervq.attention.QuantisedKeys;
import spaceslab.experiment.Cost;
import spaceslab.experiment.Emitter;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.ResultSchema;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.RandomStream;
import spaceslab.numerics.RealMatrix;
import spaceslab.numerics.SeededStreams;

/**
 * How the cache grows, that far tokens are a multiset to it, and that the bias alone tells near
 * from far.
 */
final class CacheExperiment implements Experiment<CacheParameters> {
    private static final ResultSchema RESULTS =
            ResultSchema.builder()
                    .values(
                            "cachedTokens",
                            "usedHere",
                            "permuted",
                            "windowEnd",
                            "changedNear",
                            "changedLater",
                            "largestLater",
                            "nearOverFarBias",
                            "nearOverFarNone",
                            "window")
                    .series("countOfCode", "changed", "byDistance")
                    .grids("means", "countsInTime")
                    .build();

    @Override
    public String id() {
        return "cache";
    }

    @Override
    public Class<CacheParameters> parameters() {
        return CacheParameters.class;
    }

    @Override
    public Mode mode(CacheParameters parameters) {
        return Mode.LIVE;
    }

    @Override
    public Cost cost(CacheParameters p) {
        return new Cost(0.02 + 3e-8 * p.tokens() * p.tokens(), 30_000_000);
    }

    @Override
    public ResultSchema results() {
        return RESULTS;
    }

    @Override
    public void run(CacheParameters p, Emitter out, StopSignal stop) {
        Sample sample = Sample.draw(p, stop);
        LocalBias bias = LocalBias.falling(p.block(), p.height());
        double[] outputs = growth(p, sample, bias, out, stop);
        permute(p, sample, bias, outputs, out, stop);
        distance(p, sample, bias, out, stop);
    }

    /** A sequence with its codebook, in double precision. */
    private record Sample(RealMatrix q, RealMatrix k, RealMatrix v, RealMatrix codes) {
        static Sample draw(CacheParameters p, StopSignal stop) {
            SeededStreams streams = new SeededStreams(p.seed());
            DrawnSequence drawn =
                    DrawnSequence.of(
                            KeyDistribution.ISOTROPIC,
                            p.tokens(),
                            CacheParameters.KEY_SIZE,
                            p.valueSize(),
                            1,
                            0,
                            1,
                            streams);
            RealMatrix v = RealMatrix.float64(p.tokens(), p.valueSize());
            RandomStream random = streams.stream(5);
            for (int i = 0; i < p.tokens(); i++) {
                for (int j = 0; j < p.valueSize(); j++) {
                    v.set(i, j, p.values().draw(random));
                }
            }
            double[][] codes =
                    Codebooks.of(
                                    CodebookChoice.K_MEANS,
                                    drawn.keyRows(),
                                    p.codes(),
                                    streams.child(1).stream(0),
                                    stop)
                            .codes();
            return new Sample(
                    drawn.q(Rounding.FLOAT64),
                    drawn.k(Rounding.FLOAT64),
                    v,
                    DrawnSequence.matrix(codes, Rounding.FLOAT64));
        }

        QuantisedKeys keys() {
            return QuantisedKeys.of(k, codes);
        }

        /** Tokens below {@code end} in another order. */
        Sample permuted(int end, RandomStream random) {
            int[] order = IntStream.range(0, k.rows()).toArray();
            for (int i = end - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                int drawn = order[j];
                order[j] = order[i];
                order[i] = drawn;
            }
            RealMatrix otherK = k.like(k.rows(), k.columns());
            RealMatrix otherV = v.like(v.rows(), v.columns());
            for (int i = 0; i < order.length; i++) {
                otherK.copy(i, 0, k, order[i], 0, k.columns());
                otherV.copy(i, 0, v, order[i], 0, v.columns());
            }
            return new Sample(q, otherK, otherV, codes);
        }
    }

    /** The cache of each block; emitted as it grows, up to the block that is shown. */
    private static double[] growth(
            CacheParameters p, Sample sample, LocalBias bias, Emitter out, StopSignal stop) {
        int blocks = p.blocks();
        double[] inTime = new double[p.codes() * blocks];
        RealMatrix outputs =
                BlockRecurrence.local(sample.keys(), bias, p.block())
                        .attend(
                                sample.q,
                                sample.v,
                                (from, to, cache) -> {
                                    int g = from / p.block();
                                    long[] counts = cache.counts();
                                    for (int s = 0; s < p.codes(); s++) {
                                        inTime[s * blocks + g] = counts[s];
                                    }
                                    if (g < p.shown()) {
                                        out.grid(
                                                "means",
                                                p.codes(),
                                                p.valueSize(),
                                                cache.means().toDoubles());
                                    }
                                    if (g == p.shown() - 1) {
                                        shown(cache, out);
                                    }
                                },
                                stop);
        out.grid("countsInTime", p.codes(), blocks, inTime);
        return outputs.toDoubles();
    }

    private static void shown(CompressiveCache cache, Emitter out) {
        long[] counts = cache.counts();
        out.value("cachedTokens", cache.tokens());
        out.value(
                "usedHere",
                (int) IntStream.range(0, counts.length).filter(s -> counts[s] > 0).count());
        for (int s = 0; s < counts.length; s++) {
            out.point("countOfCode", s, counts[s]);
        }
    }

    /** Shuffles the first half of the blocks; later outputs, once these left the window, stay. */
    private static void permute(
            CacheParameters p,
            Sample sample,
            LocalBias bias,
            double[] before,
            Emitter out,
            StopSignal stop) {
        int end = Math.max(1, p.blocks() / 2) * p.block();
        end = Math.min(end, p.tokens());
        int windowEnd = Math.min(p.tokens(), end + p.block());
        Sample other = sample.permuted(end, new SeededStreams(p.seed()).stream(6));
        double[] after =
                BlockRecurrence.local(other.keys(), bias, p.block())
                        .attend(other.q, other.v, stop)
                        .toDoubles();
        int near = 0;
        int later = 0;
        double largest = 0;
        for (int i = 0; i < p.tokens(); i++) {
            double change = 0;
            for (int j = i * p.valueSize(); j < (i + 1) * p.valueSize(); j++) {
                change = Math.max(change, Math.abs(after[j] - before[j]));
            }
            out.point("changed", i, change);
            near += i < windowEnd && change > 0 ? 1 : 0;
            later += i >= windowEnd && change > 0 ? 1 : 0;
            largest = i >= windowEnd ? Math.max(largest, change) : largest;
        }
        out.value("permuted", end);
        out.value("windowEnd", windowEnd);
        out.value("changedNear", near);
        out.value("changedLater", later);
        out.value("largestLater", largest);
    }

    /** Mean weight at each distance, as a multiple of even attention. */
    private static void distance(
            CacheParameters p, Sample sample, LocalBias bias, Emitter out, StopSignal stop) {
        out.value("window", p.block());
        double biased = byDistance(p, sample, bias, "bias", out, stop);
        double plain = byDistance(p, sample, LocalBias.none(p.block()), "none", out, stop);
        if (Double.isFinite(biased) && Double.isFinite(plain)) {
            out.value("nearOverFarBias", biased);
            out.value("nearOverFarNone", plain);
        } else {
            out.note("noFar", p.block(), p.tokens() / 2);
        }
    }

    private static double byDistance(
            CacheParameters p,
            Sample sample,
            LocalBias bias,
            String name,
            Emitter out,
            StopSignal stop) {
        int n = p.tokens();
        RealMatrix weights =
                QuadraticAttention.weights(sample.q, sample.keys().vectors(), bias, true, stop);
        double near = 0;
        double far = 0;
        int farDistances = 0;
        for (int d = 0; d < n / 2; d++) {
            double sum = 0;
            for (int i = n / 2; i < n; i++) {
                sum += weights.at(i, i - d) * (i + 1);
            }
            double mean = sum / (n - n / 2);
            out.point("byDistance." + name, d, mean);
            if (d < p.block()) {
                near += mean / Math.min(p.block(), n / 2);
            } else {
                far += mean;
                farDistances++;
            }
        }
        return near / (far / Math.max(1, farDistances));
    }
}
