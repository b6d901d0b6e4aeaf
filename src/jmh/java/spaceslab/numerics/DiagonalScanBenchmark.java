package spaceslab.numerics;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A diagonal scan over 10⁶ × 16 (reads 256 MB, writes 128 MB) against a copy of the same traffic:
 * 192 MB read and 192 MB written. Channels split, time split.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class DiagonalScanBenchmark {
    private static final int D = 16;
    private static final int T = 1_000_000;

    @Param({"1", "2"})
    public int threads = 1;

    private final double[] factors = new double[T * D];
    private final double[] offsets = new double[T * D];
    private final double[] states = new double[(T + 1) * D];
    private final double[] copyFrom = new double[T * D * 3 / 2];
    private final double[] copyTo = new double[T * D * 3 / 2];
    private final DiagonalMaps maps = new DiagonalMaps(D, factors, offsets);

    @Setup
    public void draw() {
        RandomStream random = new SeededStreams(1).stream(0);
        for (int i = 0; i < factors.length; i++) {
            factors[i] = 0.99 * random.nextDouble();
            offsets[i] = random.nextDouble();
        }
    }

    @Benchmark
    public double[] copy() {
        int part = copyFrom.length / threads;
        new OrderedUnits(threads)
                .map(
                        0,
                        threads,
                        () ->
                                i -> {
                                    System.arraycopy(copyFrom, i * part, copyTo, i * part, part);
                                    return i;
                                });
        return copyTo;
    }

    @Benchmark
    public double[] scanByChannel() {
        AssociativeScan.byChannel(maps, states, new OrderedUnits(threads));
        return states;
    }

    @Benchmark
    public double[] scanByTime() {
        AssociativeScan.blocked(maps, states, threads + 1, new OrderedUnits(threads));
        return states;
    }

    @Benchmark
    public double[] scanLoop() {
        AssociativeScan.sequential(maps, states);
        return states;
    }
}
