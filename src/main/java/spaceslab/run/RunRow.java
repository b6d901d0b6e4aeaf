package spaceslab.run;

import java.time.Instant;
import java.util.Map;

/** A row of the table {@code run}. */
record RunRow(
        String id,
        String identity,
        String topic,
        String experiment,
        int schemaVersion,
        int engineVersion,
        Map<String, String> parameters,
        String visitor,
        String state,
        String outcome,
        String owner,
        int attempt,
        boolean cancel,
        boolean pinned,
        int rankOfVisitor,
        double estimateSeconds,
        Instant submitted,
        double elapsedMillis,
        long lastEvent) {
    static final String WAITING = "waiting";
    static final String RUNNING = "running";
    static final String ENDED = "ended";

    boolean ended() {
        return state.equals(ENDED);
    }
}
