package spaceslab.essay.fsq.training;

import spaceslab.experiment.StopSignal;
import spaceslab.learning.AlternatingEmission;
import spaceslab.learning.Diverged;

/**
 * One training of a sweep.
 *
 * @param sweep that it belongs to
 * @param arm quantiser
 * @param plan with the size of this training
 */
record SizedTraining(Sweep sweep, Arm arm, TrainingPlan plan) {
    /** What changes. */
    enum Sweep {
        CODES,
        WIDTH
    }

    /** K, or the width with 0 for linear maps. */
    int size() {
        return switch (sweep) {
            case CODES -> plan.quantiser().size(arm);
            case WIDTH -> plan.architecture().depth() == 0 ? 0 : plan.architecture().width();
        };
    }

    /** Trains in the innermost scope and emits a point of each curve and a row. */
    void run(AlternatingEmission.Arm out, StopSignal stop) {
        ArmTraining training = new ArmTraining(plan, arm);
        try {
            training.run((step, loss) -> {}, stop);
        } catch (Diverged diverged) {
            out.note("diverged", arm.key(), diverged.step());
            throw diverged;
        }
        HeldOut held = HeldOut.of(training.tokeniser(), plan.data().heldOut());
        // without quantisation there is no K
        if (sweep == Sweep.WIDTH || arm != Arm.NONE) {
            String curve = sweep == Sweep.CODES ? "OfCodes." : "OfWidth.";
            out.point("error" + curve + arm.key(), size(), held.error());
            if (arm != Arm.NONE) {
                out.point("used" + curve + arm.key(), size(), held.used());
            }
        }
        out.row(
                "trainings",
                arm.key(),
                plan.quantiser().size(arm),
                plan.architecture().depth() == 0 ? 0 : plan.architecture().width(),
                training.weights(),
                held.error(),
                held.used(),
                held.perplexity());
    }
}
