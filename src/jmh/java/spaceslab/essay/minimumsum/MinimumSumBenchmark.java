package spaceslab.essay.minimumsum;

import java.math.BigInteger;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import spaceslab.experiment.StopSignal;

/**
 * Candidates per second of the kernels on one core (scores are per candidate), and whole numbers of
 * 49 and 60 digits. {@code N} = 3·10⁴⁸ + 12345 has 1.79·10⁸ candidates.
 */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class MinimumSumBenchmark {
    private static final int CANDIDATES = 1 << 16;
    private static final long FROM = 100_000_000;

    private final BigInteger digits49 =
            BigInteger.TEN.pow(48).multiply(BigInteger.valueOf(3)).add(BigInteger.valueOf(12345));
    private final BigInteger digits60 =
            new BigInteger("123456789012345678901234567890123456789012345678901234567890");
    private final SumLine line = SumLine.of(digits49);
    private final NarrowResidual narrow = new NarrowResidual(line);
    private final WideResidual wide = new WideResidual(line);
    private final BlockSearch vectorBlocks = blocks(VectorDifferenceScan.create());
    private final BlockSearch scalarBlocks = blocks(new ScalarDifferenceScan());
    private final PrunedSearch vector =
            new PrunedSearch(
                    VectorDifferenceScan::create, Runtime.getRuntime().availableProcessors());
    private final PrunedSearch vectorAlone = new PrunedSearch(VectorDifferenceScan::create, 1);
    private final PrunedSearch scalarAlone = new PrunedSearch(ScalarDifferenceScan::new, 1);

    /** Blocks against a best sum that is known already, so that only the filter is measured. */
    private BlockSearch blocks(DifferenceScan scan) {
        Frontier frontier = new Frontier(line);
        frontier.offer(0, 4 * FROM);
        return new BlockSearch(line, frontier, scan, StopSignal.never());
    }

    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.NANOSECONDS)
    @OperationsPerInvocation(CANDIDATES)
    public long kernelExact64() {
        long sum = 0;
        for (long k = FROM; k < FROM + CANDIDATES; k++) {
            sum += narrow.remainder(k);
        }
        return sum;
    }

    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.NANOSECONDS)
    @OperationsPerInvocation(CANDIDATES)
    public long kernelExact128() {
        long sum = 0;
        for (long k = FROM; k < FROM + CANDIDATES; k++) {
            sum += wide.remainder(k);
        }
        return sum;
    }

    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.NANOSECONDS)
    @OperationsPerInvocation(CANDIDATES)
    public boolean kernelFilterScalar() {
        return scalarBlocks.search(FROM, FROM + CANDIDATES);
    }

    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.NANOSECONDS)
    @OperationsPerInvocation(CANDIDATES)
    public boolean kernelFilterVector() {
        return vectorBlocks.search(FROM, FROM + CANDIDATES);
    }

    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public Object whole49DigitsAllCores() {
        return vector.search(digits49, StopSignal.never());
    }

    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public Object whole49DigitsOneCore() {
        return vectorAlone.search(digits49, StopSignal.never());
    }

    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public Object whole49DigitsOneCoreScalar() {
        return scalarAlone.search(digits49, StopSignal.never());
    }

    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Warmup(iterations = 1)
    @Measurement(iterations = 3)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public Object whole60DigitsAllCores() {
        return vector.search(digits60, StopSignal.never());
    }
}
