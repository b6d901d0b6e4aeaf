package spaceslab.essay.attentionscale;

import java.math.BigDecimal;
import spaceslab.experiment.Emitter;
import spaceslab.numerics.Quantiles;

/**
 * What the repeats of one scale at one rate gave.
 *
 * @param arm what was trained
 * @param curves of the losses
 * @param start the attention before the first step
 * @param end the attention after the last
 * @param stepsOfRepeats to the threshold of every repeat, +∞ where it was not reached for good
 * @param steps the same, sorted
 */
record ScaleOutcome(
        Arm arm,
        BlockLosses curves,
        AttentionLook start,
        AttentionLook end,
        double[] stepsOfRepeats,
        Quantiles steps) {
    /** With the steps of every repeat. */
    ScaleOutcome(
            Arm arm, BlockLosses curves, AttentionLook start, AttentionLook end, double[] steps) {
        this(arm, curves, start, end, steps.clone(), Quantiles.of(steps));
    }

    /**
     * One scale at one rate.
     *
     * @param alpha scale of the scores
     * @param rate of learning
     * @param common whether it is the rate at which all scales are compared
     */
    record Arm(double alpha, double rate, boolean common) {
        /** The scale as a qualifier of a series. */
        String name() {
            return BigDecimal.valueOf(alpha).stripTrailingZeros().toPlainString();
        }
    }

    Quantiles losses() {
        return Quantiles.of(end.losses());
    }

    /** Fewer steps to the threshold, or as many and a lower loss in the end. */
    boolean isFasterThan(ScaleOutcome other) {
        int bySteps = Double.compare(steps.median(), other.steps.median());
        return bySteps < 0 || bySteps == 0 && losses().median() < other.losses().median();
    }

    /** A row of the table of all trainings, one a repeat, and the gradient at the start. */
    void emit(Emitter out) {
        if (arm.common()) {
            out.point("gradientStart", arm.alpha(), start.gradient());
        }
        Quantiles losses = losses();
        out.row(
                "trainings",
                arm.alpha(),
                arm.rate(),
                steps.median(),
                steps.at(0),
                steps.at(1),
                losses.median(),
                losses.at(0),
                losses.at(1));
        for (int i = 0; i < stepsOfRepeats.length; i++) {
            out.row("repeats", arm.alpha(), arm.rate(), i + 1, stepsOfRepeats[i], end.losses()[i]);
        }
    }

    /** Median steps with their range as a point of a series, where the median is finite. */
    void point(String series, double x, Emitter out) {
        if (Double.isFinite(steps.median())) {
            out.band(
                    series,
                    new double[] {x},
                    new double[] {steps.median()},
                    new double[] {steps.at(0)},
                    new double[] {Math.min(curves.steps(), steps.at(1))});
        }
    }
}
