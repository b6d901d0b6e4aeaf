package spaceslab.essay.nonlinearrnn;

import java.util.Arrays;
import spaceslab.essay.nonlinearrnn.training.Affine;
import spaceslab.essay.nonlinearrnn.training.ReadOut;
import spaceslab.essay.nonlinearrnn.training.SequenceTask;
import spaceslab.numerics.RandomStream;
import spaceslab.numerics.SeededStreams;

/**
 * One flat vector of parameters: θ of a {@link GruCell} with d states, then the read-out's affine
 * map.
 */
record GruLayout(SequenceTask task, int d) {
    private static final double KEEP = -1;
    private static final int GATES = 3;

    int cellSize() {
        return GruCell.size(d, task.inputs());
    }

    private Affine map() {
        return new Affine(cellSize(), d, task.outputs());
    }

    int size() {
        return map().end();
    }

    ReadOut head() {
        return new ReadOut(map(), task.loss());
    }

    /** A cell on the given θ itself. */
    GruCell cell(double[] theta) {
        return new GruCell(d, task.inputs(), theta);
    }

    /** A cell with θ = 0, to ask for sizes and costs. */
    GruCell cell() {
        return cell(new double[cellSize()]);
    }

    /**
     * W normal with variance 1/m, U normal with variance 1/d, biases zero except b_z = −1, which
     * makes a fresh cell keep about three quarters of its state in each step.
     */
    double[] initial(SeededStreams streams) {
        int m = task.inputs();
        double[] parameters = new double[size()];
        RandomStream random = streams.stream(0);
        for (int i = 0; i < GATES * d * m; i++) {
            parameters[i] = random.nextGaussian() / Math.sqrt(m);
        }
        for (int i = 0; i < GATES * d * d; i++) {
            parameters[GATES * d * m + i] = random.nextGaussian() / Math.sqrt(d);
        }
        int bias = GATES * (d * m + d * d);
        Arrays.fill(parameters, bias, bias + d, KEEP);
        map().initialise(parameters, 1, streams.stream(1));
        return parameters;
    }

    /** The states after each step, of a trajectory whose row 0 is the state before the first. */
    static double[] afterFirst(double[] states, int d) {
        return Arrays.copyOfRange(states, d, states.length);
    }
}
