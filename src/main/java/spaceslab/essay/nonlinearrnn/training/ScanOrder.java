package spaceslab.essay.nonlinearrnn.training;

/** In which order the linear recurrences of DEER are composed. */
public enum ScanOrder {
    /** Blelloch's tree: logarithmic depth, 2 T d³ multiplications. */
    TREE,
    /** One step after another: T d² multiplications, depth T; the cheapest on one core. */
    STEPWISE
}
