package wronghouse.ledger;

import wronghouse.api.Door;

/** Knows who asks. */
public record Verdicts(Door door) {}
