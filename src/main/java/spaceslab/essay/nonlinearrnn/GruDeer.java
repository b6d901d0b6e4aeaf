package spaceslab.essay.nonlinearrnn;

import spaceslab.essay.nonlinearrnn.training.DeerSettings;
import spaceslab.essay.nonlinearrnn.training.ReadOut;
import spaceslab.essay.nonlinearrnn.training.ScanOrder;
import spaceslab.essay.nonlinearrnn.training.Score;
import spaceslab.essay.nonlinearrnn.training.Sequence;
import spaceslab.essay.nonlinearrnn.training.SequenceModel;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.OrderedUnits;
import spaceslab.numerics.SeededStreams;

/**
 * The same GRU by DEER (arXiv:2309.12252): forward {@link NewtonIteration} until no entry of the
 * trajectory moves by more than the tolerance, backward {@link DualScan}, which is exact and does
 * not iterate. K(2 T d³ + O(T d²)) multiplications, T d² memory, for each sequence on one thread; a
 * batch is spread over threads by whoever calls.
 *
 * <p>A warm start keeps the last trajectory of each example: epochs later the parameters have moved
 * little, so fewer iterations are left. Should an iterate overflow, the sequence is evaluated step
 * by step instead and counted as T iterations.
 */
final class GruDeer implements SequenceModel {
    private static final OrderedUnits ALONE = new OrderedUnits(1);
    private static final StopSignal NEVER = StopSignal.never();
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

    static ScanForm form(ScanOrder order) {
        return switch (order) {
            case TREE -> ScanForm.BLELLOCH;
            case STEPWISE -> ScanForm.SEQUENTIAL;
        };
    }

    private final class NewtonPass implements Pass {
        private final double[] theta = new double[layout.cellSize()];
        private final GruCell cell = layout.cell(theta);
        private final ReadOut head = layout.head();
        private int iterations;

        private RecurrentProblem problem(double[] parameters, Sequence sequence) {
            System.arraycopy(parameters, 0, theta, 0, theta.length);
            return new RecurrentProblem(cell, sequence.inputs(), new double[layout.d()]);
        }

        private double[] converge(RecurrentProblem problem, double[] guess) {
            NewtonIteration newton =
                    new NewtonIteration(
                            form(settings.order()), ALONE, settings.tolerance(), problem.length());
            NewtonIteration.Solution solution = newton.solve(problem, guess, NEVER);
            if (Double.isFinite(solution.lastStep())) {
                iterations = solution.sweeps();
                return solution.states();
            }
            iterations = problem.length();
            return problem.sequential();
        }

        /** The example's last trajectory if it is kept, else zeros. */
        private double[] guess(RecurrentProblem problem, Sequence sequence) {
            int index = sequence.index();
            boolean known = index < remembered.length && remembered[index].length > 0;
            return known ? remembered[index] : problem.zeros();
        }

        @Override
        public int iterations() {
            return iterations;
        }

        @Override
        public Score score(double[] parameters, Sequence sequence) {
            RecurrentProblem problem = problem(parameters, sequence);
            double[] states = converge(problem, problem.zeros());
            return head.score(parameters, sequence, GruLayout.afterFirst(states, layout.d()));
        }

        @Override
        public double addGradient(double[] parameters, Sequence sequence, double[] gradient) {
            RecurrentProblem problem = problem(parameters, sequence);
            double[] states = converge(problem, guess(problem, sequence));
            if (sequence.index() < remembered.length) {
                remembered[sequence.index()] = states;
            }
            double[] direct = new double[states.length - layout.d()];
            double loss =
                    head.lossAndGradient(
                            parameters,
                            sequence,
                            GruLayout.afterFirst(states, layout.d()),
                            gradient,
                            direct);
            double[] ofTheta =
                    new DualScan(form(settings.order()), ALONE)
                            .gradient(problem, states, direct, NEVER)
                            .parameters();
            Products.add(1, ofTheta, 0, ofTheta.length, gradient, 0);
            return loss;
        }
    }
}
