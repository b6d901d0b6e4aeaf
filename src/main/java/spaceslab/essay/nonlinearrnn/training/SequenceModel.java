package spaceslab.essay.nonlinearrnn.training;

import spaceslab.numerics.SeededStreams;

/** A model of sequences with one flat vector of parameters. */
public interface SequenceModel {
    /** Number of parameters. */
    int size();

    /** Fresh parameters; models that share a part draw it from the same stream. */
    double[] initial(SeededStreams streams);

    /**
     * Multiplications by parameters of one forward pass for each time step, input and read-out left
     * out (they are the same for all models).
     */
    long multiplications();

    /** Makes what one thread computes with: buffers of its own. */
    Pass pass();

    /** Forward and backward over one sequence. Not thread-safe. */
    interface Pass {
        /** Mean loss and share of right answers over the counted steps. */
        Score score(double[] parameters, Sequence sequence);

        /** The mean loss, adding its gradient to {@code gradient}. */
        double addGradient(double[] parameters, Sequence sequence, double[] gradient);

        /** Newton iterations of the last call, 0 for models that need none. */
        default int iterations() {
            return 0;
        }
    }
}
