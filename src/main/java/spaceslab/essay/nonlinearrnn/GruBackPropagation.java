package spaceslab.essay.nonlinearrnn;

import spaceslab.essay.nonlinearrnn.training.ReadOut;
import spaceslab.essay.nonlinearrnn.training.Score;
import spaceslab.essay.nonlinearrnn.training.Sequence;
import spaceslab.essay.nonlinearrnn.training.SequenceModel;
import spaceslab.numerics.SeededStreams;

/**
 * A GRU evaluated step by step with back-propagation through time: λ_t = g_t + (∂f/∂x)ᵀ λ_{t+1}
 * from the last step to the first, the parameters' gradient collected on the way. Depth 2 T.
 */
record GruBackPropagation(GruLayout layout) implements SequenceModel {
    @Override
    public int size() {
        return layout.size();
    }

    @Override
    public double[] initial(SeededStreams streams) {
        return layout.initial(streams);
    }

    @Override
    public long multiplications() {
        return layout.cell().multiplicationsPerStep();
    }

    @Override
    public Pass pass() {
        return new TimePass();
    }

    private final class TimePass implements Pass {
        private final double[] theta = new double[layout.cellSize()];
        private final GruCell cell = layout.cell(theta);
        private final ReadOut head = layout.head();
        private final int d = layout.d();
        private final int m = layout.task().inputs();

        /** x_0 = 0 and the T states. */
        private double[] forward(double[] parameters, Sequence sequence) {
            System.arraycopy(parameters, 0, theta, 0, theta.length);
            int length = sequence.inputs().length / m;
            double[] states = new double[(length + 1) * d];
            for (int t = 0; t < length; t++) {
                cell.step(states, t * d, sequence.inputs(), t * m, states, (t + 1) * d);
            }
            return states;
        }

        @Override
        public Score score(double[] parameters, Sequence sequence) {
            return head.score(
                    parameters, sequence, GruLayout.afterFirst(forward(parameters, sequence), d));
        }

        @Override
        public double addGradient(double[] parameters, Sequence sequence, double[] gradient) {
            double[] states = forward(parameters, sequence);
            int length = sequence.inputs().length / m;
            double[] direct = new double[length * d];
            double loss =
                    head.lossAndGradient(
                            parameters,
                            sequence,
                            GruLayout.afterFirst(states, d),
                            gradient,
                            direct);
            // Row t is λ of the state before step t, so row t + 1 is that of the state after it.
            double[] adjoint = new double[(length + 1) * d];
            System.arraycopy(direct, 0, adjoint, d, length * d);
            double[] unused = new double[m];
            for (int t = length - 1; t >= 0; t--) {
                cell.pullBack(
                        states,
                        t * d,
                        sequence.inputs(),
                        t * m,
                        adjoint,
                        (t + 1) * d,
                        gradient,
                        adjoint,
                        t * d,
                        unused,
                        0);
            }
            return loss;
        }
    }
}
