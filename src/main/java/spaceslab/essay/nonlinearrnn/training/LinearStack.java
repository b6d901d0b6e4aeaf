package spaceslab.essay.nonlinearrnn.training;

import java.util.Arrays;
import spaceslab.numerics.RandomStream;
import spaceslab.numerics.SeededStreams;

/**
 * The essay's closing doubt: simply stack n layers "linear RNN + MLP",
 *
 * <pre>x_t = λ∘x_{t−1} + γ∘e_t,  e'_t = e_t + V tanh(U x_t + c),</pre>
 *
 * each with its own λ = tanh θ, γ, U, c, V; e starts as an affine map of the input, the read-out
 * takes the last e'. 2d² + 2d multiplications a step and layer forward: exactly those of a sweep,
 * with n times the parameters. γ starts at √(1 − λ²) so that x keeps the size of e (Orvieto et al.,
 * arXiv:2303.06349).
 */
final class LinearStack implements SequenceModel {
    private final SequenceTask task;
    private final int d;
    private final double radius;
    private final int layers;
    private final int perLayer;
    private final Affine input;
    private final Affine readOut;

    LinearStack(SequenceTask task, int d, double radius, int layers) {
        this.task = task;
        this.d = d;
        this.radius = radius;
        this.layers = layers;
        perLayer = 2 * d + new Affine(0, d, d).end() + d * d;
        input = new Affine(layers * perLayer, task.inputs(), d);
        readOut = new Affine(input.end(), d, task.outputs());
    }

    private int theta(int layer) {
        return layer * perLayer;
    }

    private int gamma(int layer) {
        return layer * perLayer + d;
    }

    private Affine inner(int layer) {
        return new Affine(layer * perLayer + 2 * d, d, d);
    }

    private SquareProduct outer(int layer) {
        return new SquareProduct(inner(layer).end(), d);
    }

    @Override
    public int size() {
        return readOut.end();
    }

    @Override
    public double[] initial(SeededStreams streams) {
        double[] parameters = new double[size()];
        for (int layer = 0; layer < layers; layer++) {
            double[] lambda =
                    FreedStart.of(d, radius, layer == 0 ? streams : streams.child(layer)).lambda();
            for (int i = 0; i < d; i++) {
                parameters[theta(layer) + i] = 0.5 * Math.log((1 + lambda[i]) / (1 - lambda[i]));
                parameters[gamma(layer) + i] = Math.sqrt(1 - lambda[i] * lambda[i]);
            }
            RandomStream random = streams.stream(FreedStart.LAYERS + layer);
            inner(layer).initialise(parameters, 1, random);
            for (int i = 0; i < d * d; i++) {
                parameters[outer(layer).offset() + i] = random.nextGaussian() / Math.sqrt(d);
            }
        }
        input.initialise(parameters, 1, streams.stream(FreedStart.INPUT));
        readOut.initialise(parameters, 1, streams.stream(FreedStart.READ_OUT));
        return parameters;
    }

    @Override
    public long multiplications() {
        return (long) layers * (2L * d * d + 2L * d);
    }

    @Override
    public Pass pass() {
        return new StackPass();
    }

    private final class StackPass implements Pass {
        private final ReadOut head = new ReadOut(readOut, task.loss());
        private int length;
        private double[][] e = new double[0][];
        private double[][] x = new double[0][];
        private double[][] z = new double[0][];
        private double[] adjoint = new double[0];

        private void allocate(int steps) {
            if (steps == length) {
                return;
            }
            length = steps;
            e = new double[layers + 1][steps * d];
            x = new double[layers][steps * d];
            z = new double[layers][steps * d];
            adjoint = new double[steps * d];
        }

        private void forward(double[] parameters, Sequence sequence) {
            allocate(sequence.inputs().length / task.inputs());
            for (int t = 0; t < length; t++) {
                input.apply(parameters, sequence.inputs(), t * task.inputs(), e[0], t * d);
            }
            for (int layer = 0; layer < layers; layer++) {
                double[] state = x[layer];
                System.arraycopy(e[layer], 0, e[layer + 1], 0, length * d);
                for (int t = 0; t < length; t++) {
                    for (int i = 0; i < d; i++) {
                        int at = t * d + i;
                        double lambda = Math.tanh(parameters[theta(layer) + i]);
                        double old = t == 0 ? 0 : state[at - d];
                        state[at] = lambda * old + parameters[gamma(layer) + i] * e[layer][at];
                    }
                    inner(layer).apply(parameters, state, t * d, z[layer], t * d);
                    for (int i = t * d; i < (t + 1) * d; i++) {
                        z[layer][i] = Math.tanh(z[layer][i]);
                    }
                    outer(layer).add(parameters, z[layer], t * d, e[layer + 1], t * d);
                }
            }
        }

        @Override
        public Score score(double[] parameters, Sequence sequence) {
            forward(parameters, sequence);
            return head.score(parameters, sequence, e[layers]);
        }

        @Override
        public double addGradient(double[] parameters, Sequence sequence, double[] gradient) {
            forward(parameters, sequence);
            double loss = head.lossAndGradient(parameters, sequence, e[layers], gradient, adjoint);
            for (int layer = layers - 1; layer >= 0; layer--) {
                backward(parameters, layer, gradient);
            }
            for (int t = 0; t < length; t++) {
                input.addGradient(gradient, sequence.inputs(), t * task.inputs(), adjoint, t * d);
            }
            return loss;
        }

        /** Turns {@code adjoint} from ∂loss/∂e' into ∂loss/∂e of one layer. */
        private void backward(double[] parameters, int layer, double[] gradient) {
            double[] hidden = new double[d];
            double[] later = new double[d];
            double[] direct = new double[d];
            for (int t = length - 1; t >= 0; t--) {
                outer(layer).addGradient(gradient, adjoint, t * d, z[layer], t * d);
                Arrays.fill(hidden, 0);
                outer(layer).addTransposed(parameters, adjoint, t * d, hidden, 0);
                for (int i = 0; i < d; i++) {
                    hidden[i] *= 1 - z[layer][t * d + i] * z[layer][t * d + i];
                }
                inner(layer).addGradient(gradient, x[layer], t * d, hidden, 0);
                Arrays.fill(direct, 0);
                inner(layer).addTransposed(parameters, hidden, 0, direct, 0);
                for (int i = 0; i < d; i++) {
                    int at = t * d + i;
                    double lambda = Math.tanh(parameters[theta(layer) + i]);
                    later[i] = direct[i] + lambda * later[i];
                    double old = t == 0 ? 0 : x[layer][at - d];
                    gradient[theta(layer) + i] += later[i] * old * (1 - lambda * lambda);
                    gradient[gamma(layer) + i] += later[i] * e[layer][at];
                    adjoint[at] += parameters[gamma(layer) + i] * later[i];
                }
            }
        }
    }
}
