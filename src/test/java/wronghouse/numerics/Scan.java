package wronghouse.numerics;

import wronghouse.experiment.Contract;

/** Mathematics that knows more of the contract than the stop signal. */
public record Scan(Contract contract) {}
