package spaceslab.essay.nonlinearrnn.training;

import java.util.Arrays;
import spaceslab.numerics.SeededStreams;

/**
 * The essay's proposal: n sweeps of the diagonalised iteration with freed P and Q, taken <em>as the
 * model</em>,
 *
 * <pre>
 * y⁽ᵐ⁾_t = λ∘y⁽ᵐ⁾_{t−1} + P tanh(Q y⁽ᵐ⁻¹⁾_{t−1} + u_t) − λ∘y⁽ᵐ⁻¹⁾_{t−1},  y⁽⁰⁾ = 0,  m = 1 … n,
 * </pre>
 *
 * with u_t an affine map of the input and a read-out of y⁽ⁿ⁾. All sweeps share λ = tanh θ (real),
 * P, Q and u. Each sweep is a linear recurrence in t, hence parallel; 2d² + 2d multiplications a
 * step and sweep forward, twice that backward. With n → ∞ it would be the RNN x_t = tanh(Q P
 * x_{t−1} + u_t), whatever λ. Trajectories are stored with the state before the first step in row
 * 0. Source: kexue.fm/archives/9783, its last two sections.
 */
final class FreedSweeps implements SequenceModel {
    private final SequenceTask task;
    private final int d;
    private final double radius;
    private final int sweeps;
    private final int theta;
    private final SquareProduct p;
    private final SquareProduct q;
    private final Affine input;
    private final Affine readOut;

    FreedSweeps(SequenceTask task, int d, double radius, int sweeps) {
        this.task = task;
        this.d = d;
        this.radius = radius;
        this.sweeps = sweeps;
        theta = 0;
        p = new SquareProduct(d, d);
        q = new SquareProduct(d + d * d, d);
        input = new Affine(d + 2 * d * d, task.inputs(), d);
        readOut = new Affine(input.end(), d, task.outputs());
    }

    @Override
    public int size() {
        return readOut.end();
    }

    @Override
    public double[] initial(SeededStreams streams) {
        double[] parameters = new double[size()];
        FreedStart start = FreedStart.of(d, radius, streams);
        for (int i = 0; i < d; i++) {
            double lambda = start.lambda()[i];
            parameters[theta + i] = 0.5 * Math.log((1 + lambda) / (1 - lambda));
        }
        System.arraycopy(start.p(), 0, parameters, p.offset(), d * d);
        System.arraycopy(start.q(), 0, parameters, q.offset(), d * d);
        input.initialise(parameters, 1, streams.stream(FreedStart.INPUT));
        readOut.initialise(parameters, 1, streams.stream(FreedStart.READ_OUT));
        return parameters;
    }

    @Override
    public long multiplications() {
        return (long) sweeps * (2L * d * d + 2L * d);
    }

    @Override
    public Pass pass() {
        return new SweepPass();
    }

    private final class SweepPass implements Pass {
        private final ReadOut head = new ReadOut(readOut, task.loss());
        private final double[] lambda = new double[d];
        private int length;
        private double[] u = new double[0];
        private double[] y = new double[0];
        private double[] z = new double[0];
        private double[] last = new double[0];
        private double[] adjoint = new double[0];
        private double[] below = new double[0];

        private void allocate(int steps) {
            if (steps == length) {
                return;
            }
            length = steps;
            u = new double[steps * d];
            y = new double[(sweeps + 1) * (steps + 1) * d];
            z = new double[sweeps * steps * d];
            last = new double[steps * d];
            adjoint = new double[steps * d];
            below = new double[(steps + 1) * d];
        }

        /** Where state t (0: before the first step) of sweep m lies in {@code y}. */
        private int state(int m, int t) {
            return (m * (length + 1) + t) * d;
        }

        private void forward(double[] parameters, Sequence sequence) {
            allocate(sequence.inputs().length / task.inputs());
            for (int i = 0; i < d; i++) {
                lambda[i] = Math.tanh(parameters[theta + i]);
            }
            for (int t = 0; t < length; t++) {
                input.apply(parameters, sequence.inputs(), t * task.inputs(), u, t * d);
            }
            for (int m = 1; m <= sweeps; m++) {
                for (int t = 0; t < length; t++) {
                    step(parameters, m, t);
                }
            }
            System.arraycopy(y, state(sweeps, 1), last, 0, length * d);
        }

        private void step(double[] parameters, int m, int t) {
            int before = state(m - 1, t);
            int old = state(m, t);
            int now = state(m, t + 1);
            int hidden = ((m - 1) * length + t) * d;
            System.arraycopy(u, t * d, z, hidden, d);
            q.add(parameters, y, before, z, hidden);
            for (int i = 0; i < d; i++) {
                z[hidden + i] = Math.tanh(z[hidden + i]);
                y[now + i] = lambda[i] * y[old + i] - lambda[i] * y[before + i];
            }
            p.add(parameters, z, hidden, y, now);
        }

        @Override
        public Score score(double[] parameters, Sequence sequence) {
            forward(parameters, sequence);
            return head.score(parameters, sequence, last);
        }

        @Override
        public double addGradient(double[] parameters, Sequence sequence, double[] gradient) {
            forward(parameters, sequence);
            double loss = head.lossAndGradient(parameters, sequence, last, gradient, adjoint);
            double[] inner = new double[d];
            for (int m = sweeps; m >= 1; m--) {
                Arrays.fill(below, 0);
                double[] later = new double[d];
                for (int t = length - 1; t >= 0; t--) {
                    int hidden = ((m - 1) * length + t) * d;
                    for (int i = 0; i < d; i++) {
                        int at = t * d + i;
                        adjoint[at] += lambda[i] * later[i];
                        later[i] = adjoint[at];
                        double spread = y[state(m, t) + i] - y[state(m - 1, t) + i];
                        gradient[theta + i] += later[i] * spread * (1 - lambda[i] * lambda[i]);
                        below[at] -= lambda[i] * later[i];
                    }
                    p.addGradient(gradient, later, 0, z, hidden);
                    Arrays.fill(inner, 0);
                    p.addTransposed(parameters, later, 0, inner, 0);
                    for (int i = 0; i < d; i++) {
                        inner[i] *= 1 - z[hidden + i] * z[hidden + i];
                    }
                    q.addGradient(gradient, inner, 0, y, state(m - 1, t));
                    q.addTransposed(parameters, inner, 0, below, t * d);
                    input.addGradient(gradient, sequence.inputs(), t * task.inputs(), inner, 0);
                }
                // below row t belongs to the state before step t: shift by one step
                System.arraycopy(below, d, adjoint, 0, length * d);
            }
            return loss;
        }
    }
}
