package spaceslab.experiment;

/** How a run ended. */
public sealed interface Outcome {
    /** Everything was computed; only such a run answers the cache. */
    record Finished() implements Outcome {}

    /** A visitor (or a newer parameter, or the server's end) stopped it; what was found is kept. */
    record Stopped(StopSignal.Reason reason) implements Outcome {}

    /** It used up its budget; what was found is kept. */
    record OverBudget(Budget budget) implements Outcome {}

    /**
     * It failed.
     *
     * @param problemId the id under which the log has the details; all that a visitor is shown
     */
    record Failed(String problemId) implements Outcome {}

    /** Whether what was found is not the whole result. */
    default boolean partial() {
        return !(this instanceof Finished);
    }

    /** The name in JSON. */
    default String kind() {
        return switch (this) {
            case Finished f -> "finished";
            case Stopped s -> "stopped";
            case OverBudget o -> "overBudget";
            case Failed f -> "failed";
        };
    }
}
