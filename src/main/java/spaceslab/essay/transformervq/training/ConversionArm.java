package spaceslab.essay.transformervq.training;

import java.util.List;
import spaceslab.experiment.StopSignal;
import spaceslab.learning.AlternatingEmission;

/** A trained model attends in another way, at once and after some more steps. */
final class ConversionArm {
    private static final int LOOKS = 10;
    private static final int TUNING = 4;

    /**
     * How a conversion went, in bits a held-out byte.
     *
     * @param error mean |k − k̂|² / |k|² right after
     * @param after right after
     * @param tuned after the steps of tuning
     */
    record Result(AttentionArm arm, double error, double after, double tuned) {}

    private final ConversionParameters parameters;
    private final AttentionArm arm;
    private final AlternatingEmission.Arm out;
    private final StopSignal stop;
    private final ByteTraining training;

    /** {@code trained} are the weights of the model with full attention. */
    ConversionArm(
            ConversionParameters parameters,
            ByteTraining.Setup setup,
            List<double[]> trained,
            AttentionArm arm,
            AlternatingEmission.Arm out,
            StopSignal stop) {
        this.parameters = parameters;
        this.arm = arm;
        this.out = out;
        this.stop = stop;
        training = new ByteTraining(setup);
        training.weights().restore(trained);
        training.attend(arm, stop);
    }

    Result run() {
        double error = training.relativeError();
        double after = training.heldOutBits(stop);
        out.point(arm.named("tuned"), 0, after);
        double[] last = {after};
        training.run(
                new ByteTraining.Steps(TUNING, parameters.tuning(), parameters.tuningRate(), LOOKS),
                (step, trained, heldOut) -> {
                    out.point(arm.named("tuned"), step, heldOut);
                    out.progress("tuning", step, parameters.tuning());
                    out.turn();
                    last[0] = heldOut;
                },
                stop);
        return new Result(arm, error, after, last[0]);
    }
}
