package spaceslab.essay.transformervq.training;

import java.util.List;
import java.util.Optional;
import spaceslab.experiment.Cost;
import spaceslab.experiment.Emitter;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.Obstacle;
import spaceslab.experiment.ResultSchema;
import spaceslab.experiment.StopSignal;
import spaceslab.learning.Diverged;
import spaceslab.learning.Engine;
import spaceslab.learning.TensorScope;

/**
 * A byte model trained with full attention; k-means over its keys gives codebooks, and the same
 * weights go on with quantised keys: the loss before, right after, and along some steps of tuning.
 */
public final class ConversionExperiment implements Experiment<ConversionParameters> {
    private static final double OVERHEAD = 5;
    private static final int LOOKS = 16;
    private static final int TRAINING = 3;
    private static final ResultSchema RESULTS =
            ResultSchema.builder()
                    .values("before", "tuned", "tunedFull", "tunedWindow", "afterWindow")
                    .series(
                            "heldOutFull",
                            "trainedFull",
                            "tuned",
                            "tunedFull",
                            "tunedWindow",
                            "afterByCodes",
                            "tunedByCodes")
                    .table("converted", "arm", "codes", "error", "after", "tuned")
                    .build();

    @Override
    public String id() {
        return "conversion";
    }

    @Override
    public Class<ConversionParameters> parameters() {
        return ConversionParameters.class;
    }

    @Override
    public Mode mode(ConversionParameters parameters) {
        return Mode.QUEUED;
    }

    @Override
    public Cost cost(ConversionParameters parameters) {
        TrainingCost work = parameters.work();
        List<AttentionArm> arms = parameters.arms();
        double training = parameters.steps() * work.secondsPerStep(new AttentionArm.Full());
        double tuning = parameters.tuning() * work.secondsPerStep(arms);
        return new Cost(OVERHEAD + 1.1 * (training + tuning), work.bytes(arms));
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
    public void run(ConversionParameters parameters, Emitter out, StopSignal stop) {
        ByteTraining.Setup setup = parameters.setup();
        List<double[]> trained = train(parameters, setup, out, stop);
        AttentionArm.train(
                        parameters.arms(),
                        (arm, own) ->
                                new ConversionArm(parameters, setup, trained, arm, own, stop).run(),
                        out,
                        stop)
                .forEach(result -> emit(result, out));
    }

    /** The weights with full attention. */
    private static List<double[]> train(
            ConversionParameters parameters,
            ByteTraining.Setup setup,
            Emitter out,
            StopSignal stop) {
        int steps = parameters.steps();
        out.progress("language", 0, steps);
        AttentionArm full = new AttentionArm.Full();
        try (TensorScope root = TensorScope.root(stop)) {
            ByteTraining training = new ByteTraining(setup);
            training.attend(full, stop);
            training.run(
                    new ByteTraining.Steps(TRAINING, steps, parameters.rate(), LOOKS),
                    (step, bits, heldOut) -> {
                        out.point("trainedFull", step, bits);
                        out.point("heldOutFull", step, heldOut);
                        out.progress("language", step, steps);
                    },
                    stop);
            out.value("before", training.heldOutBits(stop));
            return training.weights().values();
        } catch (Diverged diverged) {
            out.note("armDiverged", full.key(), full.codes(), diverged.step());
            throw diverged;
        }
    }

    private static void emit(ConversionArm.Result result, Emitter out) {
        AttentionArm arm = result.arm();
        out.value(arm.named("tuned"), result.tuned());
        out.row(
                "converted",
                arm.key(),
                arm.codes(),
                result.error(),
                result.after(),
                result.tuned());
        if (arm instanceof AttentionArm.Codebook) {
            out.point("afterByCodes", arm.codes(), result.after());
            out.point("tunedByCodes", arm.codes(), result.tuned());
        }
        if (arm instanceof AttentionArm.Window) {
            out.value("afterWindow", result.after());
        }
    }
}
