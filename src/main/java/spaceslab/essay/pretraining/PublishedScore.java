package spaceslab.essay.pretraining;

/**
 * ListOps accuracies that were read at their source, in percent; the same numbers stand in the
 * topic's published tables.
 */
enum PublishedScore {
    LOCAL_ATTENTION("lraLeaderboard", "Local Att", 15.82),
    TRANSFORMER("lraLeaderboard", "Transformer", 36.37),
    S4("s4RepoTargets", "S4", 59.5);

    private final String table;
    private final String row;
    private final double percent;

    PublishedScore(String table, String row, double percent) {
        this.table = table;
        this.row = row;
        this.percent = percent;
    }

    /** The published table that has it. */
    String table() {
        return table;
    }

    /** The first cell of its row. */
    String row() {
        return row;
    }

    double percent() {
        return percent;
    }
}
