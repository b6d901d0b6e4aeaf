package spaceslab.essay.nonlinearrnn;

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
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.ResultRecorder;
import spaceslab.experiment.RunResult;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.OrderedUnits;

/** Newton at d = 8, T = 65,536 with each scan, the plain loop beside, and the two experiments. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 4, time = 2)
public class NewtonBenchmark {
    @Param({"1", "2"})
    public int threads = 1;

    private final RecurrentProblem problem = RandomProblem.of(CellKind.TANH, 8, 65_536, 0.8, 1, 11);

    @Benchmark
    public double[] loop() {
        return problem.sequential();
    }

    private double[] newton(ScanForm form) {
        return new NewtonIteration(form, new OrderedUnits(threads), 1e-8, 60)
                .solve(problem, problem.zeros(), StopSignal.never())
                .states();
    }

    @Benchmark
    public double[] newtonSequentialScan() {
        return newton(ScanForm.SEQUENTIAL);
    }

    @Benchmark
    public double[] newtonBlocked() {
        return newton(ScanForm.BLOCKED);
    }

    @Benchmark
    public double[] newtonTree() {
        return newton(ScanForm.BLELLOCH);
    }

    @Benchmark
    public RunResult iterateDefault() {
        return ResultRecorder.run(
                new IterateExperiment(new OrderedUnits(threads)),
                ParameterSchema.of(IterateParameters.class).defaults());
    }

    @Benchmark
    public RunResult gainSweepDefault() {
        return ResultRecorder.run(
                new GainSweepExperiment(new OrderedUnits(threads)),
                ParameterSchema.of(GainSweepParameters.class).defaults());
    }
}
