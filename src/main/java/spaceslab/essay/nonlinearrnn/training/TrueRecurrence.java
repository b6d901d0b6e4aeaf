package spaceslab.essay.nonlinearrnn.training;

import spaceslab.numerics.SeededStreams;

/**
 * The nonlinear RNN itself, x_t = tanh(A x_{t−1} + u_t) with u_t an affine map of the input, and
 * back-propagation through time: λ_t = g_t + Aᵀ(s_{t+1}∘λ_{t+1}) with s = 1 − x². d²
 * multiplications a step forward, in T dependent steps. This is what the sweeps converge to; A
 * starts as M Λ Mᵀ with the same M and Λ.
 */
final class TrueRecurrence implements SequenceModel {
    private final SequenceTask task;
    private final int d;
    private final double radius;
    private final SquareProduct a;
    private final Affine input;
    private final Affine readOut;

    TrueRecurrence(SequenceTask task, int d, double radius) {
        this.task = task;
        this.d = d;
        this.radius = radius;
        a = new SquareProduct(0, d);
        input = new Affine(d * d, task.inputs(), d);
        readOut = new Affine(input.end(), d, task.outputs());
    }

    @Override
    public int size() {
        return readOut.end();
    }

    @Override
    public double[] initial(SeededStreams streams) {
        double[] parameters = new double[size()];
        System.arraycopy(FreedStart.of(d, radius, streams).a(), 0, parameters, 0, d * d);
        input.initialise(parameters, 1, streams.stream(FreedStart.INPUT));
        readOut.initialise(parameters, 1, streams.stream(FreedStart.READ_OUT));
        return parameters;
    }

    @Override
    public long multiplications() {
        return (long) d * d;
    }

    @Override
    public Pass pass() {
        return new TimePass();
    }

    private final class TimePass implements Pass {
        private final ReadOut head = new ReadOut(readOut, task.loss());
        private double[] x = new double[0];
        private double[] adjoint = new double[0];

        private int forward(double[] parameters, Sequence sequence) {
            int length = sequence.inputs().length / task.inputs();
            if (x.length != length * d) {
                x = new double[length * d];
                adjoint = new double[length * d];
            }
            for (int t = 0; t < length; t++) {
                input.apply(parameters, sequence.inputs(), t * task.inputs(), x, t * d);
                if (t > 0) {
                    a.add(parameters, x, (t - 1) * d, x, t * d);
                }
                for (int i = t * d; i < (t + 1) * d; i++) {
                    x[i] = Math.tanh(x[i]);
                }
            }
            return length;
        }

        @Override
        public Score score(double[] parameters, Sequence sequence) {
            forward(parameters, sequence);
            return head.score(parameters, sequence, x);
        }

        @Override
        public double addGradient(double[] parameters, Sequence sequence, double[] gradient) {
            int length = forward(parameters, sequence);
            double loss = head.lossAndGradient(parameters, sequence, x, gradient, adjoint);
            double[] inner = new double[d];
            for (int t = length - 1; t >= 0; t--) {
                for (int i = 0; i < d; i++) {
                    int at = t * d + i;
                    inner[i] = adjoint[at] * (1 - x[at] * x[at]);
                }
                input.addGradient(gradient, sequence.inputs(), t * task.inputs(), inner, 0);
                if (t > 0) {
                    a.addGradient(gradient, inner, 0, x, (t - 1) * d);
                    a.addTransposed(parameters, inner, 0, adjoint, (t - 1) * d);
                }
            }
            return loss;
        }
    }
}
