package spaceslab.essay.minimumsum;

import java.math.BigInteger;

/** The algorithms that the page runs side by side, in the order of its tables. */
enum MinimumSumAlgorithm {
    GUESS(new GuessSearch()),
    SQRT(new SquareRootSearch(false)),
    SQRT_CLOSED(new SquareRootSearch(true)),
    PARITY(new ParitySearch()),
    SUM_DIFFERENCE(new SumDifferenceSearch()),
    PRUNED(new PrunedSearch()),
    EXHAUSTIVE(new ExhaustiveSearch());

    private final DecompositionSearch search;

    MinimumSumAlgorithm(DecompositionSearch search) {
        this.search = search;
    }

    DecompositionSearch search() {
        return search;
    }

    /** Whether it visits at most {@code limit} candidates; {@code PRUNED} always may run. */
    boolean feasible(BigInteger n, long limit) {
        return this == PRUNED || search.candidates(n).compareTo(BigInteger.valueOf(limit)) <= 0;
    }

    /** Lower camel case name in links, tables and text keys. */
    String key() {
        return switch (this) {
            case GUESS -> "guess";
            case SQRT -> "sqrt";
            case SQRT_CLOSED -> "sqrtClosed";
            case PARITY -> "parity";
            case SUM_DIFFERENCE -> "sumDifference";
            case PRUNED -> "pruned";
            case EXHAUSTIVE -> "exhaustive";
        };
    }
}
