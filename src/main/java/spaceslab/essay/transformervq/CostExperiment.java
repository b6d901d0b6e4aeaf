package spaceslab.essay.transformervq;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import spaceslab.experiment.Cost;
import spaceslab.experiment.Emitter;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.ResultSchema;
import spaceslab.experiment.StopSignal;
import spaceslab.learning.Engine;

/** Seconds and bytes against the length, by wall clock, one thread each. */
final class CostExperiment implements Experiment<CostParameters> {
    private static final int SHORTEST = 256;

    /** Lengths that a slope is fitted over: among shorter ones fixed costs show. */
    private static final int FITTED = 4;

    private static final int WARM_UP_LENGTH = 512;
    private static final ResultSchema RESULTS =
            ResultSchema.builder()
                    .values(
                            "slopeLinear [s/s]",
                            "slopeQuadratic [s/s]",
                            "slopeFused [s/s]",
                            "gainOverFused [s/s]",
                            "gainLength",
                            "crossover",
                            "memoryLinear [MB]",
                            "memoryQuadratic [MB]",
                            "memoryScores [MB]")
                    .series("time [s]", "memory")
                    .table(
                            "times",
                            "length",
                            "linear [ms]",
                            "quadratic [ms]",
                            "fused [ms]",
                            "quadraticOverLinear [s/s]",
                            "fusedOverLinear [s/s]")
                    .table("states", "state", "numbers", "kilobytes", "timesRetNet")
                    .build();

    @Override
    public String id() {
        return "cost";
    }

    @Override
    public Class<CostParameters> parameters() {
        return CostParameters.class;
    }

    @Override
    public Mode mode(CostParameters parameters) {
        return Mode.QUEUED;
    }

    @Override
    public Cost cost(CostParameters p) {
        StateSizes sizes = new StateSizes(p);
        double quadratic = Math.min(p.quadraticTo(), p.longest());
        double forms = p.fused() ? 2 : 1;
        double perMultiplication = 4e-11;
        double work =
                2 * p.longest() * (sizes.linearWork() + 300)
                        + forms * 1.5 * quadratic * sizes.quadraticWork(quadratic);
        double drawing = 3e-8 * 2 * p.longest() * (p.keySize() + 0.5 * p.valueSize());
        double once = perMultiplication * work;
        return new Cost(
                Times.WARM_UP_SECONDS + Times.ROUNDS * (Times.REPEATS * once + drawing + 1.5),
                2 * sizes.sequenceBytes(p.longest())
                        + sizes.linearBytes()
                        + sizes.quadraticBytes((long) quadratic));
    }

    @Override
    public ResultSchema results() {
        return RESULTS;
    }

    @Override
    public void run(CostParameters p, Emitter out, StopSignal stop) {
        StateSizes sizes = new StateSizes(p);
        List<Integer> lengths = new ArrayList<>();
        for (int n = p.longest(); n >= Math.max(SHORTEST, p.codes()); n /= 2) {
            lengths.addFirst(n);
        }
        memory(p, sizes, lengths, out);
        boolean fused = p.fused() && Engine.availability() instanceof Engine.Availability.Ready;
        if (p.fused() && !fused) {
            out.note("noFused");
        }
        out.progress("warmUp", 0, 1);
        Times.warmUp(contest(p, WARM_UP_LENGTH), stop);
        Timeline linear = new Timeline("linear", "slopeLinear", out);
        Timeline quadratic = new Timeline("quadratic", "slopeQuadratic", out);
        Timeline libtorch = new Timeline("fused", "slopeFused", out);
        Times[] best = new Times[lengths.size()];
        for (int unit = 0; unit < Times.ROUNDS * best.length; unit++) {
            int i = unit % best.length;
            int n = lengths.get(i);
            boolean alsoQuadratic = n <= p.quadraticTo();
            Times times = Times.of(contest(p, n), alsoQuadratic, alsoQuadratic && fused, stop);
            best[i] = unit < best.length ? times : times.best(best[i]);
            if (unit >= (Times.ROUNDS - 1) * best.length) {
                linear.add(n, OptionalDouble.of(best[i].linear()));
                quadratic.add(n, best[i].quadratic());
                libtorch.add(n, best[i].fused());
                row(n, best[i], out);
            }
            out.progress("lengths", unit + 1, Times.ROUNDS * best.length);
        }
        linear.emitSlope();
        quadratic.emitSlope();
        libtorch.emitSlope();
    }

    private static Contest contest(CostParameters p, int n) {
        return new Contest(n, p.codes(), p.block(), p.keySize(), p.valueSize(), p.seed());
    }

    /** One form's times as they come, and their exponent over the longest few lengths. */
    private record Timeline(String form, String slope, Emitter out, List<double[]> logarithms) {
        Timeline(String form, String slope, Emitter out) {
            this(form, slope, out, new ArrayList<>());
        }

        void add(int n, OptionalDouble seconds) {
            seconds.ifPresent(time -> {
                out.point("time." + form, n, time);
                logarithms.add(new double[] {Math.log(n), Math.log(time)});
            });
        }

        void emitSlope() {
            int count = logarithms.size();
            if (count >= 2) {
                SimpleRegression fit = new SimpleRegression();
                fit.addData(
                        logarithms
                                .subList(Math.max(0, count - FITTED), count)
                                .toArray(new double[0][]));
                out.value(slope, fit.getSlope());
            }
        }
    }

    private static void row(int n, Times times, Emitter out) {
        double linear = times.linear();
        out.row(
                "times",
                n,
                1e3 * linear,
                cell(times.quadratic(), 1e3),
                cell(times.fused(), 1e3),
                cell(times.quadratic(), 1 / linear),
                cell(times.fused(), 1 / linear));
        times.fused()
                .ifPresent(time -> {
                    out.value("gainLength", n);
                    out.value("gainOverFused", time / linear);
                });
    }

    private static Object cell(OptionalDouble seconds, double factor) {
        return seconds.isPresent() ? (Object) (factor * seconds.getAsDouble()) : "notTimed";
    }

    /** Bytes by counting buffers, before anything is timed. */
    private static void memory(
            CostParameters p, StateSizes sizes, List<Integer> lengths, Emitter out) {
        int longest = p.longest();
        out.value("memoryLinear", sizes.linearBytes() / 1e6);
        out.value("memoryQuadratic", sizes.quadraticBytes(longest) / 1e6);
        out.value("memoryScores", sizes.scoresBytes(longest) / 1e6);
        out.value("crossover", sizes.crossover());
        for (int n : lengths) {
            out.point("memory.linear", n, sizes.linearBytes());
            out.point("memory.quadratic", n, sizes.quadraticBytes(n));
            out.point("memory.scores", n, sizes.scoresBytes(n));
        }
        state("cacheState", sizes.cache(), sizes, out);
        state("windowState", sizes.window(), sizes, out);
        state("carriedState", sizes.cache() + sizes.window(), sizes, out);
        state("retNetState", sizes.retNet(), sizes, out);
        state("keysAndValues", sizes.keysAndValues(longest), sizes, out);
    }

    private static void state(String name, long numbers, StateSizes sizes, Emitter out) {
        out.row(
                "states",
                name,
                numbers,
                numbers * Float.BYTES / 1e3,
                (double) numbers / sizes.retNet());
    }
}
