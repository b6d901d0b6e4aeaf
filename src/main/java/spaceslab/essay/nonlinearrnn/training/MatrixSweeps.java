package spaceslab.essay.nonlinearrnn.training;

import java.util.Arrays;
import spaceslab.numerics.SeededStreams;

/**
 * n sweeps of the essay's first iteration, with one matrix A for RNN and recurrence, taken as the
 * model,
 *
 * <pre>x⁽ᵐ⁾_t = A x⁽ᵐ⁾_{t−1} + tanh(A x⁽ᵐ⁻¹⁾_{t−1} + u_t) − A x⁽ᵐ⁻¹⁾_{t−1},  x⁽⁰⁾ = 0,  m = 1 … n.
 * </pre>
 *
 * Exactly the RNN's parameters. A x⁽ᵐ⁻¹⁾ is already there from the sweep before, so a sweep costs
 * d² multiplications a step (T d³ more if its dense recurrence is scanned in parallel); its powers
 * of A grow where the spectral radius passes 1. x⁽ᵐ⁾ is stored with the state before the first step
 * in row 0, and A x⁽ᵐ⁾ likewise. Source: kexue.fm/archives/9783.
 */
final class MatrixSweeps implements SequenceModel {
    private final SequenceTask task;
    private final int d;
    private final double radius;
    private final int sweeps;
    private final SquareProduct a;
    private final Affine input;
    private final Affine readOut;

    MatrixSweeps(SequenceTask task, int d, double radius, int sweeps) {
        this.task = task;
        this.d = d;
        this.radius = radius;
        this.sweeps = sweeps;
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
        return new TrueRecurrence(task, d, radius).initial(streams);
    }

    @Override
    public long multiplications() {
        return (long) sweeps * d * d;
    }

    @Override
    public Pass pass() {
        return new SweepPass();
    }

    private final class SweepPass implements Pass {
        private final ReadOut head = new ReadOut(readOut, task.loss());
        private int length;
        private double[] u = new double[0];
        private double[][] x = new double[0][];
        private double[][] product = new double[0][];
        private double[][] z = new double[0][];
        private double[] adjoint = new double[0];

        private void allocate(int steps) {
            if (steps == length) {
                return;
            }
            length = steps;
            u = new double[steps * d];
            x = new double[sweeps + 1][(steps + 1) * d];
            product = new double[sweeps + 1][(steps + 1) * d];
            z = new double[sweeps + 1][steps * d];
            adjoint = new double[(steps + 1) * d];
        }

        private double[] forward(double[] parameters, Sequence sequence) {
            allocate(sequence.inputs().length / task.inputs());
            for (int t = 0; t < length; t++) {
                input.apply(parameters, sequence.inputs(), t * task.inputs(), u, t * d);
            }
            for (int m = 1; m <= sweeps; m++) {
                Arrays.fill(product[m], 0);
                for (int t = 0; t < length; t++) {
                    for (int i = t * d; i < (t + 1) * d; i++) {
                        z[m][i] = Math.tanh(product[m - 1][i] + u[i]);
                        x[m][i + d] = product[m][i] + z[m][i] - product[m - 1][i];
                    }
                    a.add(parameters, x[m], (t + 1) * d, product[m], (t + 1) * d);
                }
            }
            return Arrays.copyOfRange(x[sweeps], d, x[sweeps].length);
        }

        @Override
        public Score score(double[] parameters, Sequence sequence) {
            return head.score(parameters, sequence, forward(parameters, sequence));
        }

        @Override
        public double addGradient(double[] parameters, Sequence sequence, double[] gradient) {
            double[] last = forward(parameters, sequence);
            double[] direct = new double[length * d];
            double loss = head.lossAndGradient(parameters, sequence, last, gradient, direct);
            System.arraycopy(direct, 0, adjoint, d, length * d);
            // Gradients with respect to the products A x, from their own sweep and the next one.
            double[] ofProduct = new double[(length + 1) * d];
            for (int m = sweeps; m >= 1; m--) {
                double[] below = new double[(length + 1) * d];
                double[] inner = new double[d];
                for (int t = length - 1; t >= 0; t--) {
                    int after = (t + 1) * d;
                    a.addGradient(gradient, ofProduct, after, x[m], after);
                    a.addTransposed(parameters, ofProduct, after, adjoint, after);
                    for (int i = 0; i < d; i++) {
                        int at = t * d + i;
                        double lambda = adjoint[after + i];
                        inner[i] = lambda * (1 - z[m][at] * z[m][at]);
                        ofProduct[at] += lambda;
                        below[at] += inner[i] - lambda;
                    }
                    input.addGradient(gradient, sequence.inputs(), t * task.inputs(), inner, 0);
                }
                ofProduct = below;
                Arrays.fill(adjoint, 0);
            }
            return loss;
        }
    }
}
