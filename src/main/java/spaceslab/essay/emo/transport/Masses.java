package spaceslab.essay.emo.transport;

/** Checks that two vectors of masses can be transported into each other. */
final class Masses {
    /** How far a sum may be from 1 by rounding. */
    private static final double SLACK = 1e-9;

    private Masses() {}

    /**
     * @throws IllegalArgumentException naming the first negative or missing mass, or a sum that is
     *     not 1, or a length that does not fit
     */
    static void check(String name, double[] masses, int expected) {
        if (masses.length != expected) {
            throw new IllegalArgumentException(
                    name + " has " + masses.length + " masses instead of " + expected);
        }
        double sum = 0;
        for (int i = 0; i < masses.length; i++) {
            if (!(masses[i] >= 0)) {
                throw new IllegalArgumentException(
                        name + "[" + i + "] is " + masses[i] + ": a mass must not be negative");
            }
            sum += masses[i];
        }
        if (!(Math.abs(sum - 1) <= SLACK)) {
            throw new IllegalArgumentException(name + " sums to " + sum + " instead of 1");
        }
    }
}
