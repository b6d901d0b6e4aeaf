package spaceslab.essay.nonlinearrnn;

import java.util.Arrays;
import spaceslab.essay.nonlinearrnn.training.DeerSettings;
import spaceslab.essay.nonlinearrnn.training.ReadOut;
import spaceslab.essay.nonlinearrnn.training.ScanOrder;
import spaceslab.essay.nonlinearrnn.training.Score;
import spaceslab.essay.nonlinearrnn.training.Sequence;
import spaceslab.essay.nonlinearrnn.training.SequenceModel;
import spaceslab.numerics.AssociativeScan;
import spaceslab.numerics.DenseMaps;
import spaceslab.numerics.OrderedUnits;
import spaceslab.numerics.SeededStreams;

/**
 * The same GRU by DEER (arXiv:2309.12252). Forward: from a first iterate, all steps and Jacobians
 * J_t at the last iterate at once, then the linear recurrence
 *
 * <pre>x_t = J_t x_{t−1} + f(x̃_{t−1}, u_t) − J_t x̃_{t−1}</pre>
 *
 * by a scan, until no entry moves by more than the tolerance. Iterates are clipped to [−1, 1],
 * which a GRU's state cannot leave, and non-finite entries become 0; after n iterations the first n
 * states are exact all the same, so T iterations always do. Backward: J once more at the converged
 * trajectory, λ_t = g_t + J_{t+1}ᵀ λ_{t+1} by one reversed scan (exact, no iteration), then every
 * step's pull-back independently. K(2 T d³ + O(T d²)) multiplications, T d² memory.
 *
 * <p>A warm start keeps the last trajectory of each example: epochs later the parameters have moved
 * little, so fewer iterations are left.
 */
final class GruDeer implements SequenceModel {
    private static final OrderedUnits ALONE = new OrderedUnits(1);
    private final GruLayout layout;
    private final DeerSettings settings;
    private final double[][] remembered;

    GruDeer(GruLayout layout, DeerSettings settings) {
        this.layout = layout;
        this.settings = settings;
        remembered = new double[settings.remembered()][0];
    }

    @Override
    public int size() {
        return layout.size();
    }

    @Override
    public double[] initial(SeededStreams streams) {
        return layout.initial(streams);
    }

    /** Of one step of the cell; an iteration adds Jacobian and scan. */
    @Override
    public long multiplications() {
        return layout.cell().multiplicationsPerStep();
    }

    @Override
    public Pass pass() {
        return new NewtonPass();
    }

    static void scan(ScanOrder order, DenseMaps maps, double[] states) {
        switch (order) {
            case TREE -> AssociativeScan.blelloch(maps, states, ALONE);
            case STEPWISE -> AssociativeScan.sequential(maps, states);
        }
    }

    private final class NewtonPass implements Pass {
        private final double[] theta = new double[layout.cellSize()];
        private final GruCell cell = layout.cell(theta);
        private final ReadOut head = layout.head();
        private final int d = layout.d();
        private final int m = layout.task().inputs();
        private int iterations;
        private double[] states = new double[0];
        private double[] solved = new double[0];
        private double[] jacobians = new double[0];
        private double[] offsets = new double[0];

        private int allocate(Sequence sequence) {
            int length = sequence.inputs().length / m;
            if (offsets.length != length * d) {
                states = new double[(length + 1) * d];
                solved = new double[(length + 1) * d];
                jacobians = new double[length * d * d];
                offsets = new double[length * d];
            }
            return length;
        }

        /** f and J of every step at the current iterate. */
        private void linearise(Sequence sequence, int length) {
            for (int t = 0; t < length; t++) {
                cell.stepWithJacobian(
                        states,
                        t * d,
                        sequence.inputs(),
                        t * m,
                        offsets,
                        t * d,
                        jacobians,
                        t * d * d);
            }
        }

        /** Newton's iteration from what {@code states} holds. */
        private void converge(double[] parameters, Sequence sequence, int length) {
            System.arraycopy(parameters, 0, theta, 0, theta.length);
            double moved = Double.POSITIVE_INFINITY;
            iterations = 0;
            while (iterations < length && moved > settings.tolerance()) {
                linearise(sequence, length);
                for (int t = 0; t < length; t++) {
                    for (int i = 0; i < d; i++) {
                        int row = (t * d + i) * d;
                        offsets[t * d + i] -= Products.row(jacobians, row, states, t * d, d, 0);
                    }
                }
                scan(settings.order(), new DenseMaps(d, jacobians, offsets), solved);
                moved = accept();
                iterations++;
            }
        }

        /** Takes the solution over, confined; returns the largest move. */
        private double accept() {
            double moved = 0;
            for (int i = d; i < states.length; i++) {
                double next = Double.isFinite(solved[i]) ? solved[i] : 0;
                next = Math.max(-1, Math.min(1, next));
                moved = Math.max(moved, Math.abs(next - states[i]));
                states[i] = next;
            }
            return moved;
        }

        private void start(Sequence sequence, boolean warm) {
            int index = sequence.index();
            boolean known = warm && index < remembered.length && remembered[index].length > 0;
            if (known) {
                System.arraycopy(remembered[index], 0, states, 0, states.length);
            } else {
                Arrays.fill(states, 0);
            }
        }

        @Override
        public int iterations() {
            return iterations;
        }

        @Override
        public Score score(double[] parameters, Sequence sequence) {
            int length = allocate(sequence);
            start(sequence, false);
            converge(parameters, sequence, length);
            return head.score(parameters, sequence, GruLayout.afterFirst(states, d));
        }

        @Override
        public double addGradient(double[] parameters, Sequence sequence, double[] gradient) {
            int length = allocate(sequence);
            start(sequence, true);
            converge(parameters, sequence, length);
            if (sequence.index() < remembered.length) {
                remembered[sequence.index()] = states.clone();
            }
            double[] direct = new double[length * d];
            double loss =
                    head.lossAndGradient(
                            parameters,
                            sequence,
                            GruLayout.afterFirst(states, d),
                            gradient,
                            direct);
            double[] adjoint = dual(sequence, length, direct);
            double[] unusedState = new double[d];
            double[] unusedInput = new double[m];
            for (int t = 0; t < length; t++) {
                cell.pullBack(
                        states,
                        t * d,
                        sequence.inputs(),
                        t * m,
                        adjoint,
                        (length - t) * d,
                        gradient,
                        unusedState,
                        0,
                        unusedInput,
                        0);
            }
            return loss;
        }

        /** λ in reversed order: row k + 1 belongs to the state after step T − 1 − k; row 0 is 0. */
        private double[] dual(Sequence sequence, int length, double[] direct) {
            linearise(sequence, length);
            double[] transposed = new double[length * d * d];
            double[] sources = new double[length * d];
            for (int k = 0; k < length; k++) {
                int t = length - 1 - k;
                System.arraycopy(direct, t * d, sources, k * d, d);
                for (int i = 0; k > 0 && i < d; i++) {
                    for (int j = 0; j < d; j++) {
                        transposed[(k * d + j) * d + i] = jacobians[((t + 1) * d + i) * d + j];
                    }
                }
            }
            double[] adjoint = new double[(length + 1) * d];
            scan(settings.order(), new DenseMaps(d, transposed, sources), adjoint);
            return adjoint;
        }
    }
}
