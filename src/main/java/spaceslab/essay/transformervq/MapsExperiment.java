package spaceslab.essay.transformervq;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import spaceslab.essay.transformervq.attention.BlockRecurrence;
import spaceslab.essay.transformervq.attention.EncoderPicking;
import spaceslab.essay.transformervq.attention.LocalBias;
import spaceslab.essay.transformervq.attention.Positions;
import spaceslab.essay.transformervq.attention.QuadraticAttention;
import spaceslab.essay.transformervq.attention.QuantisedKeys;
import spaceslab.essay.transformervq.attention.TokenRecurrence;
import spaceslab.experiment.Cost;
import spaceslab.experiment.Emitter;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.ResultSchema;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.RealMatrix;
import spaceslab.numerics.SeededStreams;
import spaceslab.numerics.quantisation.CodeUsage;
import spaceslab.numerics.quantisation.Codebook;

/** Attention over keys, over quantised keys, and what the difference comes from. */
final class MapsExperiment implements Experiment<MapsParameters> {
    private static final ResultSchema RESULTS =
            ResultSchema.builder()
                    .values(
                            "outputError",
                            "keyError",
                            "formsApart",
                            "codesHere",
                            "usedHere",
                            "perplexity",
                            "commitment")
                    .series("outputErrorBy", "keyErrorBy", "usage", "keys", "codes", "cells")
                    .table("forms", "form", "largestDifference")
                    .grids("mapFull", "mapQuantised", "mapDifference", "delta")
                    .build();

    @Override
    public String id() {
        return "maps";
    }

    @Override
    public Class<MapsParameters> parameters() {
        return MapsParameters.class;
    }

    @Override
    public Mode mode(MapsParameters parameters) {
        return Mode.LIVE;
    }

    @Override
    public Cost cost(MapsParameters p) {
        double n = p.tokens();
        return new Cost(0.02 + 1e-7 * n * n * (p.keySize() + 20) / 16, 40_000_000);
    }

    @Override
    public ResultSchema results() {
        return RESULTS;
    }

    @Override
    public void run(MapsParameters p, Emitter out, StopSignal stop) {
        DrawnSequence sequence =
                DrawnSequence.of(
                        p.distribution(),
                        p.tokens(),
                        p.keySize(),
                        MapsParameters.VALUE_SIZE,
                        p.clusters(),
                        p.spread(),
                        p.scale(),
                        new SeededStreams(p.seed()));
        Look look = new Look(p, sequence, stop);
        out.value("codesHere", p.codes());
        look.maps(out);
        look.forms(out);
        look.usage(out);
        for (int c = 1; c <= p.tokens(); c *= 2) {
            stop.check();
            QuantisedKeys keys = look.quantised(codebook(p, sequence, c, stop));
            out.point("outputErrorBy", c, look.outputError(keys));
            out.point("keyErrorBy", c, look.keyError(keys));
        }
    }

    private static Codebook codebook(
            MapsParameters p, DrawnSequence sequence, int codes, StopSignal stop) {
        return Codebooks.of(
                p.codebook(),
                sequence.keyRows(),
                codes,
                new SeededStreams(p.seed()).child(1).stream(codes),
                stop);
    }

    /** One sequence with one codebook. */
    private static final class Look {
        private final MapsParameters p;
        private final DrawnSequence sequence;
        private final StopSignal stop;
        private final Positions positions;
        private final RealMatrix q;
        private final RealMatrix k;
        private final RealMatrix v;
        private final RealMatrix mapFull;
        private final double[] full;
        private final Codebook codebook;
        private final QuantisedKeys keys;

        Look(MapsParameters p, DrawnSequence sequence, StopSignal stop) {
            this.p = p;
            this.sequence = sequence;
            this.stop = stop;
            positions = p.positions().positions(p.block(), p.height());
            q = sequence.q(p.rounding());
            k = sequence.k(p.rounding());
            v = sequence.v(p.rounding());
            mapFull = QuadraticAttention.weights(q, k, positions, true, stop);
            full = QuadraticAttention.outputs(mapFull, v).toDoubles();
            codebook = codebook(p, sequence, p.codes(), stop);
            keys = quantised(codebook);
        }

        QuantisedKeys quantised(Codebook codes) {
            return QuantisedKeys.of(k, DrawnSequence.matrix(codes.codes(), p.rounding()));
        }

        private RealMatrix map(RealMatrix over) {
            return QuadraticAttention.weights(q, over, positions, true, stop);
        }

        /** Root mean square of O − O_full, as part of that of O_full. */
        double outputError(QuantisedKeys quantised) {
            double[] o = QuadraticAttention.outputs(map(quantised.vectors()), v).toDoubles();
            return relative(o, full);
        }

        double keyError(QuantisedKeys quantised) {
            return relative(quantised.vectors().toDoubles(), k.toDoubles());
        }

        private static double relative(double[] x, double[] truth) {
            double error = 0;
            double size = 0;
            for (int i = 0; i < x.length; i++) {
                error += (x[i] - truth[i]) * (x[i] - truth[i]);
                size += truth[i] * truth[i];
            }
            return Math.sqrt(error / size);
        }

        void maps(Emitter out) {
            int n = p.tokens();
            double[] of = mapFull.toDoubles();
            double[] over = map(keys.vectors()).toDoubles();
            double[] difference = new double[n * n];
            Arrays.setAll(difference, i -> over[i] - of[i]);
            out.grid("mapFull", n, n, of);
            out.grid("mapQuantised", n, n, over);
            out.grid("mapDifference", n, n, difference);
            double[] delta = new double[p.codes() * n];
            for (int i = 0; i < n; i++) {
                delta[keys.z()[i] * n + i] = 1;
            }
            out.grid("delta", p.codes(), n, delta);
        }

        /** Every form against the quadratic one over quantised keys. */
        void forms(Emitter out) {
            double[] truth = QuadraticAttention.outputs(map(keys.vectors()), v).toDoubles();
            double block =
                    farthest(
                            BlockRecurrence.local(keys, positions, p.block()).attend(q, v, stop),
                            truth);
            double[] plain = unbiased(true);
            double token = farthest(TokenRecurrence.attend(q, keys, v), plain);
            double whole =
                    farthest(BlockRecurrence.plain(keys, p.block()).attend(q, v, stop), plain);
            double indexed =
                    farthest(BlockRecurrence.asIndexed(keys, p.block()).attend(q, v, stop), plain);
            double encoder = farthest(EncoderPicking.attend(q, keys, v), unbiased(false));
            out.row("forms", "blockForm", block);
            out.row("forms", "plainBlockForm", whole);
            out.row("forms", "indexedForm", indexed);
            out.row("forms", "tokenForm", token);
            out.row("forms", "encoderForm", encoder);
            out.row("forms", "fullAttention", farthest(full, truth));
            out.value("formsApart", Math.max(Math.max(block, whole), Math.max(token, encoder)));
            out.value("outputError", relative(truth, full));
            out.value("keyError", keyError(keys));
        }

        private double[] unbiased(boolean causal) {
            return QuadraticAttention.outputs(
                            QuadraticAttention.weights(
                                    q, keys.vectors(), LocalBias.none(1), causal, stop),
                            v)
                    .toDoubles();
        }

        private static double farthest(RealMatrix x, double[] truth) {
            return farthest(x.toDoubles(), truth);
        }

        private static double farthest(double[] x, double[] truth) {
            return IntStream.range(0, x.length)
                    .mapToDouble(i -> Math.abs(x[i] - truth[i]))
                    .max()
                    .orElse(0);
        }

        void usage(Emitter out) {
            CodeUsage usage = CodeUsage.of(keys.z(), p.codes());
            out.value("usedHere", usage.used());
            out.value("perplexity", usage.perplexity());
            out.value("commitment", keys.commitment(k));
            double[] shares = usage.sortedShares();
            out.points(
                    "usage",
                    IntStream.rangeClosed(1, shares.length).asDoubleStream().toArray(),
                    shares);
            plane("keys", sequence.keyRows(), out);
            plane("codes", codebook.codes(), out);
            if (p.keySize() == 2) {
                cells(out);
            }
        }

        private static void plane(String series, double[][] rows, Emitter out) {
            out.points(
                    series,
                    Arrays.stream(rows).mapToDouble(row -> row[0]).toArray(),
                    Arrays.stream(rows).mapToDouble(row -> row[1]).toArray());
        }

        private void cells(Emitter out) {
            double reach =
                    1.1
                            * Arrays.stream(sequence.keyRows())
                                    .flatMapToDouble(Arrays::stream)
                                    .map(Math::abs)
                                    .max()
                                    .orElse(1);
            for (int s = 0; s < p.codes(); s++) {
                stop.check();
                List<double[]> cell = VoronoiCells.of(codebook.codes(), s, reach);
                cell.forEach(corner -> out.point("cells", corner[0], corner[1]));
                if (!cell.isEmpty()) {
                    out.point("cells", cell.getFirst()[0], cell.getFirst()[1]);
                }
            }
        }
    }
}
