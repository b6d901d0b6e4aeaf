package spaceslab.essay.pretraining;

import spaceslab.published.Cell;
import spaceslab.published.PublishedTables;

/** ListOps accuracies out of the topic's published tables. */
enum PublishedScore {
    LOCAL_ATTENTION("localAttention", "lraLeaderboard", "Local Att"),
    TRANSFORMER("transformer", "lraLeaderboard", "Transformer"),
    S4("s4", "s4RepoTargets", "S4");

    private static final String TOPIC = "pretraining";
    private static final String COLUMN = "ListOps";

    private final String key;
    private final String table;
    private final String row;

    PublishedScore(String key, String table, String row) {
        this.key = key;
        this.table = table;
        this.row = row;
    }

    /** Name of the result that has it. */
    String key() {
        return key;
    }

    /** In percent, with the digits of its source. */
    double percent() {
        return figure().value().doubleValue();
    }

    /** The cell, with the mark that tells how it came to us. */
    Cell.Figure figure() {
        return PublishedTables.table(TOPIC, table).figure(row, COLUMN);
    }
}
