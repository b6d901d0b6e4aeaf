package spaceslab.essay.fsq.training;

import java.util.ArrayList;
import java.util.List;

/**
 * Trainings of which one size changes at a time.
 *
 * @param arms trained at every size
 * @param codes K of VQ; FSQ has the nearest of the paper's levels
 * @param widths of the hidden layers, 0 for linear encoder and decoder
 * @param middle what does not change
 */
record Sweeps(List<Arm> arms, List<Integer> codes, List<Integer> widths, TrainingPlan middle) {
    Sweeps {
        arms = List.copyOf(arms);
        codes = List.copyOf(codes);
        widths = List.copyOf(widths);
    }

    /** First by K, then by width, arms within. */
    List<SizedTraining> trainings() {
        List<SizedTraining> trainings = new ArrayList<>();
        for (int k : codes) {
            TrainingPlan plan = middle.with(QuantiserSettings.usual(k));
            arms.forEach(
                    arm -> trainings.add(new SizedTraining(SizedTraining.Sweep.CODES, arm, plan)));
        }
        for (int width : widths) {
            Architecture usual = middle.architecture();
            Architecture network =
                    width == 0
                            ? new Architecture(usual.dimension(), 1, 0, false)
                            : new Architecture(
                                    usual.dimension(), width, usual.depth(), usual.everyLayer());
            TrainingPlan plan = middle.with(network);
            arms.forEach(
                    arm -> trainings.add(new SizedTraining(SizedTraining.Sweep.WIDTH, arm, plan)));
        }
        return trainings;
    }

    /** Multiplications of all trainings, about. */
    double work() {
        return trainings().stream().mapToDouble(t -> t.plan().work(t.arm())).sum();
    }
}
