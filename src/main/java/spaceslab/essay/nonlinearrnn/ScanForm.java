package spaceslab.essay.nonlinearrnn;

import spaceslab.numerics.AffineMaps;
import spaceslab.numerics.AssociativeScan;
import spaceslab.numerics.OrderedUnits;
import spaceslab.numerics.ScanCost;

/** How a linear recurrence is solved; all give the same states up to rounding. */
public enum ScanForm {
    /** One step after another: least work, depth T. */
    SEQUENTIAL,
    /** Time in blocks, one more than threads. */
    BLOCKED,
    /** Blelloch's tree: depth 2 log₂ T, d times the work. */
    BLELLOCH;

    /** Fills rows 1 … T of {@code states} from row 0; the maps may be overwritten. */
    public ScanCost solve(AffineMaps maps, double[] states, OrderedUnits units) {
        return switch (this) {
            case SEQUENTIAL -> AssociativeScan.sequential(maps, states);
            case BLOCKED -> AssociativeScan.blocked(maps, states, units.parallelism() + 1, units);
            case BLELLOCH -> AssociativeScan.blelloch(maps, states, units);
        };
    }
}
