package spaceslab.essay.pretraining.text;

/** What counts as near in text: up to three bytes on either side, a Chinese character. */
final class NearBytes {
    private static final int NEAR = 3;

    private NearBytes() {}

    /** Percent that positions take from the nearest bytes but themselves; shares [time, time]. */
    static double locality(double[] shares) {
        int time = (int) Math.sqrt(shares.length);
        double sum = 0;
        for (int t = 0; t < time; t++) {
            for (int s = Math.max(0, t - NEAR); s <= Math.min(time - 1, t + NEAR); s++) {
                sum += s == t ? 0 : shares[t * time + s];
            }
        }
        return 100 * sum / time;
    }

    /** The same where every position takes as much from each. */
    static double uniformLocality(int time) {
        double pairs = 0;
        for (int l = 1; l <= NEAR; l++) {
            pairs += 2.0 * (time - l);
        }
        return 100 * pairs / time / time;
    }
}
