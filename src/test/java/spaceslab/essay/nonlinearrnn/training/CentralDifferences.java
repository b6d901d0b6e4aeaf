package spaceslab.essay.nonlinearrnn.training;

import spaceslab.numerics.SeededStreams;

/** The oracle of every gradient: (L(p + h) − L(p − h)) / 2h for each parameter. */
public final class CentralDifferences {
    private static final double STEP = 1e-5;

    private CentralDifferences() {}

    /**
     * Largest difference of a model's gradient from central differences, over its largest entry.
     */
    public static double relativeError(SequenceModel model, SequenceTask task, long seed) {
        SeededStreams streams = new SeededStreams(seed);
        double[] parameters = model.initial(streams.child(0));
        Sequence sequence = task.draw(0, 13, streams.child(1).stream(0));
        double[] gradient = new double[model.size()];
        SequenceModel.Pass pass = model.pass();
        pass.addGradient(parameters, sequence, gradient);
        double error = 0;
        double largest = 0;
        for (int i = 0; i < parameters.length; i++) {
            double kept = parameters[i];
            parameters[i] = kept + STEP;
            double above = pass.score(parameters, sequence).loss();
            parameters[i] = kept - STEP;
            double below = pass.score(parameters, sequence).loss();
            parameters[i] = kept;
            error = Math.max(error, Math.abs((above - below) / (2 * STEP) - gradient[i]));
            largest = Math.max(largest, Math.abs(gradient[i]));
        }
        return error / largest;
    }
}
