package spaceslab.essay.pretraining.training;

import java.util.HashSet;
import java.util.List;
import spaceslab.experiment.InvalidParameters;
import spaceslab.experiment.Violation;

/** What experiments with both arms refuse. */
public final class TrainingLimits {
    /** Multiplications of all steps together, about six minutes. */
    private static final double MOST_WORK = 6e12;

    private static final int FEWEST_STEPS = 50;

    private TrainingLimits() {}

    /** A value outside of what is allowed. */
    public static InvalidParameters outside(String parameter, int value, String allowed) {
        return new InvalidParameters(
                new Violation(parameter, Integer.toString(value), "range", allowed));
    }

    /** Refuses a width that heads and pairs do not divide. */
    public static void checkWidth(int width) {
        if (width % (2 * ModelSizes.HEADS) != 0) {
            throw outside("width", width, "8, 16, 24, 32, 40, 48");
        }
    }

    /** Refuses a seed that is there twice. */
    public static void checkSeeds(List<Integer> seeds) {
        if (new HashSet<>(seeds).size() < seeds.size()) {
            throw new InvalidParameters(
                    new Violation("seeds", seeds.toString(), "twice", "1–4 × [0 … 999999999]"));
        }
    }

    /** Refuses more steps than fit, where a step of all arms takes so many multiplications. */
    public static void checkSteps(double perStep, int pretraining, int tuning) {
        int most = (int) (MOST_WORK / perStep) - pretraining;
        if (tuning > most) {
            throw most < FEWEST_STEPS
                    ? outside(
                            "pretraining",
                            pretraining,
                            FEWEST_STEPS
                                    + " … "
                                    + Math.max(FEWEST_STEPS, pretraining + most - FEWEST_STEPS))
                    : outside("tuning", tuning, FEWEST_STEPS + " … " + most);
        }
    }
}
