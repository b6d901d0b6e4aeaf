package spaceslab.essay.nonlinearrnn.training;

import java.util.Arrays;
import spaceslab.experiment.Emitter;

/** Collects a few steps of both arms, so that they leave as one event a series. */
final class StepRecord {
    private static final double SMALLEST = 1e-17;
    private final double[] step;
    private final double[] bptt;
    private final double[] deer;
    private final double[] difference;
    private final double[] mean;
    private final double[] least;
    private final double[] most;
    private int size;

    StepRecord(int capacity) {
        step = new double[capacity];
        bptt = new double[capacity];
        deer = new double[capacity];
        difference = new double[capacity];
        mean = new double[capacity];
        least = new double[capacity];
        most = new double[capacity];
    }

    boolean full() {
        return size == step.length;
    }

    void add(int number, BatchGradient reference, BatchGradient parallel) {
        step[size] = number;
        bptt[size] = reference.loss();
        deer[size] = parallel.loss();
        // On a logarithmic axis equal bytes have no place; they are drawn at its foot.
        difference[size] = Math.max(SMALLEST, Math.abs(reference.loss() - parallel.loss()));
        mean[size] = parallel.meanIterations();
        least[size] = Arrays.stream(parallel.iterations()).min().orElse(0);
        most[size] = Arrays.stream(parallel.iterations()).max().orElse(0);
        size++;
    }

    /** Appends what was collected to the series, and forgets it. */
    void emit(Emitter out) {
        double[] x = first(step);
        out.points("lossBptt", x, first(bptt));
        out.points("lossDeer", x, first(deer));
        out.points("difference", x, first(difference));
        out.band("iterations", x, first(mean), first(least), first(most));
        size = 0;
    }

    private double[] first(double[] all) {
        return Arrays.copyOf(all, size);
    }
}
