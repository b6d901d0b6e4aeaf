package spaceslab.essay.attentionscale;

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

/** The 500-point sweep of α*(n), n = 40 … 20 000, for each distribution. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class AttentionScaleBenchmark {
    @Param({"NORMAL", "COSINE", "LAPLACE", "UNIFORM", "STUDENT_T"})
    public String distribution = "NORMAL";

    /** Optima and nothing else; cosine in 128 dimensions. */
    @Benchmark
    public double[] sweep() {
        Scores scores = ScoreDistribution.valueOf(distribution).scores(128);
        return OptimumSweep.of(scores, 40, 500).optimum();
    }
}
