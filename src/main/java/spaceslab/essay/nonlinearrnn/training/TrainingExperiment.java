package spaceslab.essay.nonlinearrnn.training;

import spaceslab.experiment.Cost;
import spaceslab.experiment.Emitter;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.ResultSchema;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.OrderedUnits;

/**
 * Is training by DEER the same training? One GRU, two copies with the same first parameters and the
 * same batches: one takes its gradient from Newton's iteration and the dual scan, the other from
 * back-propagation through time. Loss curves, Newton iterations (with and without a warm start) and
 * times side by side.
 */
public final class TrainingExperiment implements Experiment<TrainingParameters> {
    private static final double LIVE_WORK = 1e9;
    private static final double SECONDS_PER_MULTIPLICATION = 8e-10;
    private static final ResultSchema RESULTS =
            ResultSchema.builder()
                    .values(
                            "baseline",
                            "differenceBound",
                            "largestDifference",
                            "largestGradientDifference",
                            "testLossDeer",
                            "testLossBptt",
                            "rightDeer",
                            "iterationsFirst",
                            "iterationsLast",
                            "iterationsLastCold",
                            "depthBptt",
                            "depthDeer",
                            "multiplicationsBptt",
                            "multiplicationsDeer",
                            "stepTimeBptt [ms]",
                            "stepTimeDeer [ms]",
                            "skippedSteps")
                    .series(
                            "lossBptt",
                            "lossDeer",
                            "difference",
                            "iterations",
                            "iterationsCold",
                            "testDeer",
                            "testBptt")
                    .table(
                            "epochs",
                            "epoch",
                            "lossBptt",
                            "lossDeer",
                            "testDeer",
                            "iterations",
                            "stepTimeBptt [ms]",
                            "stepTimeDeer [ms]")
                    .build();

    private final GatedModels models;
    private final OrderedUnits units;

    /** On all processors. */
    public TrainingExperiment(GatedModels models) {
        this(models, OrderedUnits.onAllProcessors());
    }

    /** On as many threads as {@code units} has. */
    public TrainingExperiment(GatedModels models, OrderedUnits units) {
        this.models = models;
        this.units = units;
    }

    @Override
    public String id() {
        return "training";
    }

    @Override
    public Class<TrainingParameters> parameters() {
        return TrainingParameters.class;
    }

    @Override
    public Mode mode(TrainingParameters parameters) {
        return parameters.work() <= LIVE_WORK ? Mode.LIVE : Mode.QUEUED;
    }

    /** Trajectories kept for a warm start; on each thread Jacobians and their transposes. */
    @Override
    public Cost cost(TrainingParameters parameters) {
        long state = 8L * parameters.length() * parameters.d();
        long bytes = state * (parameters.examples() + 6L * parameters.d() * units.parallelism());
        double seconds = 0.1 + SECONDS_PER_MULTIPLICATION * parameters.work();
        return new Cost(seconds, 8_000_000 + bytes);
    }

    @Override
    public ResultSchema results() {
        return RESULTS;
    }

    @Override
    public void run(TrainingParameters parameters, Emitter out, StopSignal stop) {
        out.value("baseline", parameters.task().baseline());
        new TwinTraining(models, parameters, units, out, stop).run();
    }

    /** The loss curves may differ by this much, relative to the baseline. */
    static double differenceBound(TrainingParameters parameters) {
        return Math.max(1e-9, parameters.tolerance()) * parameters.task().baseline();
    }
}
