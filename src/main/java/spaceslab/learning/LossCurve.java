package spaceslab.learning;

import spaceslab.experiment.Emitter;

/**
 * Streams a training: the mean loss of every {@code every} steps as a point (step, loss) of a
 * series, and the progress of a phase. Points depend on steps only, never on time, so that the same
 * run gives the same bytes.
 */
public final class LossCurve implements Training.Observer {
    private final Emitter out;
    private final String phase;
    private final String series;
    private final int steps;
    private final int every;
    private double sum;
    private int count;

    public LossCurve(Emitter out, String phase, String series, int steps, int every) {
        if (every < 1) {
            throw new IllegalArgumentException("every (" + every + ") must be at least 1");
        }
        this.out = out;
        this.phase = phase;
        this.series = series;
        this.steps = steps;
        this.every = every;
    }

    @Override
    public void taken(int step, double loss) {
        sum += loss;
        count++;
        if (count == every || step == steps) {
            out.point(series, step, sum / count);
            out.progress(phase, step, steps);
            sum = 0;
            count = 0;
        }
    }
}
