package spaceslab.essay.emo;

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
import spaceslab.essay.emo.loss.Softmax;
import spaceslab.essay.emo.transport.Costs;
import spaceslab.essay.emo.transport.Coupling;
import spaceslab.essay.emo.transport.NetworkSimplex;
import spaceslab.essay.emo.transport.Sinkhorn;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.RandomStream;
import spaceslab.numerics.SeededStreams;

/** Random masses at random points of the unit square, squared distances: exact and with entropy. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class TransportBenchmark {
    @Param({"12", "128", "512"})
    public int size = 12;

    private double[] p = new double[0];
    private double[] q = new double[0];
    private Costs costs = Costs.zeroOne(1);

    @Setup
    public void draw() {
        RandomStream random = new SeededStreams(1).stream(0);
        p = masses(random);
        q = masses(random);
        double[][] points = new double[2 * size][2];
        for (double[] point : points) {
            point[0] = random.nextDouble();
            point[1] = random.nextDouble();
        }
        double[][] rows = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                double dx = points[i][0] - points[size + j][0];
                double dy = points[i][1] - points[size + j][1];
                rows[i][j] = dx * dx + dy * dy;
            }
        }
        costs = Costs.of(rows);
    }

    private double[] masses(RandomStream random) {
        double[] masses = new double[size];
        for (int i = 0; i < size; i++) {
            masses[i] = random.nextExponential();
        }
        return Softmax.normalised(masses);
    }

    @Benchmark
    public Coupling networkSimplex() {
        return NetworkSimplex.solve(p, q, costs, StopSignal.never());
    }

    /** ε = 0.05 of the largest cost, row sums to 1e-6. */
    @Benchmark
    public Sinkhorn.Result sinkhorn() {
        double epsilon = 0.05 * costs.largest();
        return Sinkhorn.solve(
                p, q, costs, epsilon, 1e-6, 10_000, (round, error) -> {}, StopSignal.never());
    }
}
