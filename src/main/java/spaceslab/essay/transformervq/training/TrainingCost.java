package spaceslab.essay.transformervq.training;

import java.util.List;
import spaceslab.essay.transformervq.training.model.UnitSettings;

/**
 * What arms take that train two at a time: multiplications at a speed measured on the reference
 * machine, and the activations of one step of the two largest.
 *
 * @param unit sizes
 * @param units one after the other
 * @param symbols that are scored
 * @param batch sequences of a step
 * @param n tokens of a sequence
 */
record TrainingCost(UnitSettings unit, int units, int symbols, int batch, int n) {
    private static final double SPEED = 7e9;
    private static final long FIXED_BYTES = 60_000_000;

    /** Backwards is counted twice. */
    static final double PASSES = 3;

    /** Of one arm. */
    double secondsPerStep(AttentionArm arm) {
        return PASSES * batch * n * perToken(arm) / SPEED;
    }

    /** Of all arms together, on two threads. */
    double secondsPerStep(List<AttentionArm> arms) {
        return arms.stream().mapToDouble(this::secondsPerStep).sum() / 2;
    }

    private double perToken(AttentionArm arm) {
        int k = unit.key();
        int v = unit.value();
        double projections = unit.width() * (2.0 * k + 3 * v);
        double attention = (double) arm.scores(n, unit.block()) * (k + v);
        double caching = (double) arm.codes() * (k + v);
        return units * (projections + attention + caching) + (double) unit.width() * symbols;
    }

    /** Of two arms at once. */
    long bytes(List<AttentionArm> arms) {
        long largest = 0;
        for (AttentionArm arm : arms) {
            long sums = 3L * arm.codes() * unit.value() / unit.block();
            long scores = 4L * arm.scores(n, unit.block()) + arm.codes();
            long vectors = 8L * unit.width() + 6L * (unit.key() + unit.value());
            largest = Math.max(largest, units * (sums + scores + vectors) + 3L * symbols);
        }
        return FIXED_BYTES + 2 * Float.BYTES * batch * n * largest;
    }
}
