package spaceslab.essay.nonlinearrnn;

import spaceslab.numerics.AssociativeScan;

/**
 * What one sweep costs on a parallel machine whose scans are Blelloch's tree, in multiplications.
 *
 * @param evaluation multiplications of one time step before the scan (f, J, products with old
 *     states)
 * @param composition multiplications of one composition; 0 where the scan only adds
 * @param scanned whether there is a scan at all
 * @param tree whether the scan runs as a tree; ELK's filter runs one step after another here
 */
record SweepCost(long evaluation, long composition, boolean scanned, boolean tree) {

    static SweepCost of(Method method, RecurrentCell cell) {
        long d = cell.stateSize();
        long step = cell.multiplicationsPerStep();
        long full = step + cell.multiplicationsPerJacobian();
        return switch (method) {
            case JACOBI -> new SweepCost(step, 0, false, true);
            case PICARD -> new SweepCost(step, 0, true, true);
            // The powers of A are the same for all positions and sweeps: only offsets are composed.
            case FIXED_A -> new SweepCost(step + 2 * d * d, d * d, true, true);
            case DIAGONALISED, DECOUPLED ->
                    new SweepCost(step + 4 * d * d + 4 * d, 8 * d, true, true);
            case EXPAND_INPUT -> new SweepCost(step + 2 * d * d, d * d, true, true);
            case NEWTON, SCALE_ELK ->
                    new SweepCost(full + 2 * d * d, d * d * d + d * d, true, true);
            case QUASI -> new SweepCost(full + 2 * d, 2 * d, true, true);
            case ELK -> new SweepCost(full + d * d, 3 * d * d * d + 2 * d * d, true, false);
            case QUASI_ELK -> new SweepCost(full + d, 6 * d, true, false);
        };
    }

    /** Multiplications of one sweep over T steps. */
    long multiplications(int length) {
        long compositions = 0;
        if (scanned && tree) {
            for (long level : AssociativeScan.treeLevels(length)) {
                compositions += level;
            }
        } else if (scanned) {
            compositions = length;
        }
        return length * evaluation + compositions * composition;
    }

    /** Steps of one sweep that must wait for each other: 1 + levels of the tree + 1. */
    long depth(int length) {
        if (!scanned) {
            return 1;
        }
        return tree ? 2 + AssociativeScan.treeLevels(length).length : 1 + length;
    }

    /**
     * Multiplications in a row on a machine with P processors, which share the work of each level:
     * Σ ⌈work of the level / P⌉. Memory, launches and additions cost nothing on it.
     */
    double time(int length, double processors) {
        double time = Math.ceil((double) length * evaluation / processors);
        if (scanned && tree) {
            for (long level : AssociativeScan.treeLevels(length)) {
                time += Math.ceil((double) level * composition / processors);
            }
        } else if (scanned) {
            time += length * Math.ceil(composition / processors);
        }
        return time;
    }
}
