package spaceslab.essay.attentionscale;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import spaceslab.experiment.Cost;
import spaceslab.experiment.Emitter;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.Obstacle;
import spaceslab.experiment.ResultSchema;
import spaceslab.experiment.StopSignal;
import spaceslab.learning.AlternatingEmission;
import spaceslab.learning.Engine;

/**
 * Does a larger softmax gradient train faster? One attention head learns to find a key among n with
 * several scales, all else equal, first at one rate of learning, then at others: a scale also
 * rescales the steps, so only each scale's best rate tells them apart.
 */
final class TrainingExperiment implements Experiment<TrainingParameters> {
    private static final double SECONDS_PER_STEP = 5e-4;
    private static final double SECONDS_PER_MULTIPLICATION = 1.2e-10;
    private static final int AT_ONCE = 2;
    private static final ResultSchema RESULTS =
            ResultSchema.builder()
                    .values(
                            "baseline",
                            "thresholdLoss",
                            "alphaStar",
                            "deviationStart",
                            "steepest",
                            "steepestGradient",
                            "steepestSteps",
                            "steepestBestSteps",
                            "fastest",
                            "fastestSteps",
                            "fastestBest",
                            "fastestBestRate",
                            "fastestBestSteps")
                    .series(
                            "loss",
                            "lossBest",
                            "stepsCommon",
                            "stepsBest",
                            "stepsAt",
                            "meanField",
                            "gradientStart",
                            "gradientEnd")
                    .table(
                            "scales",
                            "alpha",
                            "meanField",
                            "gradientStart",
                            "gradientEnd",
                            "sharpnessEnd",
                            "steps",
                            "bestRate",
                            "bestSteps")
                    .table(
                            "trainings",
                            "alpha",
                            "rate",
                            "steps",
                            "stepsLeast",
                            "stepsMost",
                            "loss",
                            "lossLeast",
                            "lossMost")
                    .table("repeats", "alpha", "rate", "repeat", "steps", "loss")
                    .build();

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
        return Mode.QUEUED;
    }

    @Override
    public Cost cost(TrainingParameters parameters) {
        double step = SECONDS_PER_STEP + SECONDS_PER_MULTIPLICATION * parameters.stepWork();
        double trainings = (double) parameters.alphas().size() * parameters.chosenRates().size();
        return new Cost(
                0.5 + step * parameters.steps() * trainings / AT_ONCE,
                16_000_000 + AT_ONCE * parameters.bytes());
    }

    @Override
    public Optional<Obstacle> obstacle() {
        return Engine.obstacle();
    }

    @Override
    public ResultSchema results() {
        return RESULTS;
    }

    @Override
    public void run(TrainingParameters parameters, Emitter out, StopSignal stop) {
        new ScaleComparison(parameters, List.of()).prediction(out);
        List<ScaleOutcome.Arm> arms = arms(parameters);
        List<Function<AlternatingEmission.Arm, ScaleOutcome>> trainings = new ArrayList<>();
        for (ScaleOutcome.Arm arm : arms) {
            int number = trainings.size() + 1;
            trainings.add(emission -> {
                ScaleOutcome outcome = new ScaleTraining(parameters, arm, emission).train(stop);
                outcome.emit(emission);
                emission.progress("trainings", number, arms.size());
                return outcome;
            });
        }
        List<ScaleOutcome> outcomes = AlternatingEmission.run(trainings, out, stop);
        new ScaleComparison(parameters, outcomes).emit(out);
    }

    /** All scales at the common rate, then all at the others. */
    private static List<ScaleOutcome.Arm> arms(TrainingParameters parameters) {
        List<ScaleOutcome.Arm> arms = new ArrayList<>();
        double common = parameters.chosenRates().getFirst();
        for (double rate : parameters.chosenRates()) {
            for (double alpha : parameters.ascendingAlphas()) {
                arms.add(new ScaleOutcome.Arm(alpha, rate, rate == common));
            }
        }
        return arms;
    }
}
