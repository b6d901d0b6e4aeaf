package spaceslab.essay.nonlinearrnn.training;

/**
 * How Newton's iteration runs inside DEER.
 *
 * @param tolerance the iteration ends when no entry of the trajectory moves by more
 * @param order of the scans
 * @param remembered examples whose last trajectory is kept as the next first iterate; 0 starts
 *     every time from zeros
 */
public record DeerSettings(double tolerance, ScanOrder order, int remembered) {}
