package spaceslab.essay.transformervq.training;

import java.util.List;
import java.util.Optional;
import spaceslab.experiment.Cost;
import spaceslab.experiment.Emitter;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.Obstacle;
import spaceslab.experiment.ResultSchema;
import spaceslab.experiment.StopSignal;
import spaceslab.learning.Engine;

/**
 * A byte language model that attends over quantised keys, fully, or in a window: what a held-out
 * byte costs, also in windows longer than those it was trained on, and the texts it writes with the
 * memory it needs for them.
 */
public final class LanguageExperiment implements Experiment<LanguageParameters> {
    private static final double OVERHEAD = 4;

    /** Of writing one byte through one unit. */
    private static final double SECONDS_PER_BYTE = 6e-4;

    private static final ResultSchema RESULTS =
            ResultSchema.builder()
                    .values(
                            "unigramBits",
                            "trainedLength",
                            "bits",
                            "bitsFull",
                            "bitsWindow",
                            "longContext",
                            "longContextFull",
                            "longContextWindow",
                            "shortContext",
                            "shortContextFull",
                            "shortContextWindow")
                    .series(
                            "trained",
                            "trainedFull",
                            "trainedWindow",
                            "heldOut",
                            "heldOutFull",
                            "heldOutWindow",
                            "byPosition",
                            "byPositionFull",
                            "byPositionWindow",
                            "memory",
                            "memoryFull",
                            "memoryWindow")
                    .table("written", "arm", "codes", "step", "text")
                    .table(
                            "models",
                            "arm",
                            "codes",
                            "bits",
                            "shortContext",
                            "longContext",
                            "memory")
                    .build();

    @Override
    public String id() {
        return "language";
    }

    @Override
    public Class<LanguageParameters> parameters() {
        return LanguageParameters.class;
    }

    @Override
    public Mode mode(LanguageParameters parameters) {
        return Mode.QUEUED;
    }

    @Override
    public Cost cost(LanguageParameters parameters) {
        List<AttentionArm> arms = parameters.arms();
        int length = parameters.longer() * parameters.n();
        TrainingCost step = parameters.work(ByteTraining.BATCH, parameters.n());
        TrainingCost test = parameters.work(1, length);
        double writing =
                SECONDS_PER_BYTE * 5 * parameters.written() * parameters.units() * arms.size() / 2;
        double testing = LanguageArm.LONG_TEST * test.secondsPerStep(arms) / TrainingCost.PASSES;
        return new Cost(
                OVERHEAD + writing + testing + 1.1 * parameters.steps() * step.secondsPerStep(arms),
                Math.max(step.bytes(arms), test.bytes(arms)));
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
    public void run(LanguageParameters parameters, Emitter out, StopSignal stop) {
        out.progress("language", 0, parameters.steps());
        ByteTraining.Setup setup = parameters.setup();
        out.value("unigramBits", setup.text().unigramBits());
        out.value("trainedLength", parameters.n());
        AttentionArm.train(
                        parameters.arms(),
                        (arm, own) -> new LanguageArm(parameters, setup, arm, own, stop).run(),
                        out,
                        stop)
                .forEach(result -> emit(result, out));
    }

    private static void emit(LanguageArm.Result result, Emitter out) {
        AttentionArm arm = result.arm();
        out.value(arm.named("bits"), result.bits());
        out.value(arm.named("shortContext"), result.shortContext());
        out.value(arm.named("longContext"), result.longContext());
        out.row(
                "models",
                arm.key(),
                arm.codes(),
                result.bits(),
                result.shortContext(),
                result.longContext(),
                result.memory());
    }
}
