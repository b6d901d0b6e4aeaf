package spaceslab.essay.nonlinearrnn;

import spaceslab.essay.nonlinearrnn.training.DeerSettings;
import spaceslab.essay.nonlinearrnn.training.GatedModels;
import spaceslab.essay.nonlinearrnn.training.PassCost;
import spaceslab.essay.nonlinearrnn.training.SequenceModel;
import spaceslab.essay.nonlinearrnn.training.SequenceTask;
import spaceslab.numerics.DenseMaps;
import spaceslab.numerics.OrderedUnits;
import spaceslab.numerics.ScanCost;

/** The GRU that is trained, by both ways, with the costs of both. */
final class GruModels implements GatedModels {
    @Override
    public SequenceModel backPropagation(SequenceTask task, int d) {
        return new GruBackPropagation(new GruLayout(task, d));
    }

    @Override
    public SequenceModel deer(SequenceTask task, int d, DeerSettings settings) {
        return new GruDeer(new GruLayout(task, d), settings);
    }

    /** A step forward; its pull-back computes the step again and pulls through every product. */
    @Override
    public PassCost backPropagationCost(SequenceTask task, int d, int length) {
        long step = new GruLayout(task, d).cell().multiplicationsPerStep();
        return new PassCost(4.0 * step * length, 2.0 * length);
    }

    /**
     * K iterations of (step, Jacobian, its product with the old state, scan), the Jacobians once
     * more, the dual scan and the pull-backs. Compositions and depth of a scan are counted on one
     * of the same length.
     */
    @Override
    public PassCost deerCost(
            SequenceTask task, int d, int length, double iterations, DeerSettings settings) {
        GruCell cell = new GruLayout(task, d).cell();
        double square = (double) d * d;
        long step = cell.multiplicationsPerStep();
        double linearise = (double) length * (step + cell.multiplicationsPerJacobian());
        DenseMaps counted = new DenseMaps(1, new double[length], new double[length]);
        double[] states = new double[length + 1];
        ScanCost scan = GruDeer.form(settings.order()).solve(counted, states, new OrderedUnits(1));
        double scanned = scan.compositions() * (square * d + square) + length * square;
        double forward = iterations * (linearise + length * square + scanned);
        double backward = linearise + scanned + 3.0 * step * length;
        double depth = iterations * (1 + scan.depth()) + 1 + scan.depth() + 1;
        return new PassCost(forward + backward, depth);
    }
}
