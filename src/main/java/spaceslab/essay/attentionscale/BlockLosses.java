package spaceslab.essay.attentionscale;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import spaceslab.experiment.Emitter;
import spaceslab.numerics.Quantiles;

/** Losses of several trainings, averaged over blocks of steps. */
final class BlockLosses {
    private final int length;
    private final double[] sum;
    private final List<double[]> means = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();
    private int added;

    /**
     * @param trainings how many
     * @param length of a block in steps
     */
    BlockLosses(int trainings, int length) {
        this.sum = new double[trainings];
        this.length = length;
    }

    /** One step's losses. */
    void add(double[] losses) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += losses[i];
        }
        added++;
    }

    /** Whether a block ends with {@code step} of {@code steps}; then its means are kept. */
    boolean endsWith(int step, int steps) {
        if (added < length && step < steps) {
            return false;
        }
        int steadily = added;
        means.add(Arrays.stream(sum).map(s -> s / steadily).toArray());
        ends.add(step);
        Arrays.fill(sum, 0);
        added = 0;
        return true;
    }

    /** How many have ended. */
    int blocks() {
        return means.size();
    }

    /** Steps in all of them. */
    int steps() {
        return ends.isEmpty() ? 0 : ends.getLast();
    }

    /** End of the first block whose mean is below the threshold; +∞ where none is. */
    double[] stepsBelow(double threshold) {
        double[] steps = new double[sum.length];
        Arrays.fill(steps, Double.POSITIVE_INFINITY);
        for (int block = blocks() - 1; block >= 0; block--) {
            for (int i = 0; i < steps.length; i++) {
                if (means.get(block)[i] < threshold) {
                    steps[i] = ends.get(block);
                }
            }
        }
        return steps;
    }

    /** Median and range of the trainings, from block {@code from} on. */
    void emit(String series, int from, Emitter out) {
        int count = blocks() - from;
        double[] x = new double[count];
        double[] median = new double[count];
        double[] least = new double[count];
        double[] most = new double[count];
        for (int i = 0; i < count; i++) {
            Quantiles losses = Quantiles.of(means.get(from + i));
            x[i] = ends.get(from + i);
            median[i] = losses.median();
            least[i] = losses.at(0);
            most[i] = losses.at(1);
        }
        out.band(series, x, median, least, most);
    }
}
