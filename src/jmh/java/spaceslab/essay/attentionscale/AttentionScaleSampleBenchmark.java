package spaceslab.essay.attentionscale;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.OrderedUnits;
import spaceslab.numerics.RandomStream;
import spaceslab.numerics.SeededStreams;

/** The exact gradient: one draw's grid of 100 α at n = 20 000, and 200 whole draws on threads. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class AttentionScaleSampleBenchmark {
    private static final int N = 20_000;
    private static final int POINTS = 100;
    private static final double STEP = 0.134;

    @Param({"1", "2"})
    public int threads = 1;

    private final double[] scores = new double[N];
    private final GradientGrid grid = new GradientGrid(N, STEP);

    public AttentionScaleSampleBenchmark() {
        RandomStream random = new SeededStreams(1).stream(0);
        for (int i = 0; i < N; i++) {
            scores[i] = random.nextGaussian();
        }
    }

    /** Grid of one draw, always one thread. */
    @Benchmark
    public double[] grid() {
        return grid.gradients(scores, POINTS, StopSignal.never());
    }

    /** Drawing, grid and optimum of 200 draws. */
    @Benchmark
    public List<DrawnGradient> draws() {
        GradientDraws.Steps steps = new GradientDraws.Steps(STEP, POINTS);
        return new GradientDraws(
                        new NormalScores(), N, steps, steps, 1e4, 2.4, new SeededStreams(1))
                .compute(new OrderedUnits(threads), 0, 200, StopSignal.never());
    }
}
