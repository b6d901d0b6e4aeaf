package spaceslab.essay.nonlinearrnn.training;

/** One gated recurrent network with a read-out of every state, with its gradient by two ways. */
public interface GatedModels {
    /** Step by step, gradient by back-propagation through time. */
    SequenceModel backPropagation(SequenceTask task, int d);

    /** The whole trajectory by Newton's iteration, gradient by the dual scan. */
    SequenceModel deer(SequenceTask task, int d, DeerSettings settings);

    /** Cost of the first for a sequence. */
    PassCost backPropagationCost(SequenceTask task, int d, int length);

    /** Cost of the second after so many iterations. */
    PassCost deerCost(
            SequenceTask task, int d, int length, double iterations, DeerSettings settings);
}
