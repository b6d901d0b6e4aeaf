package spaceslab.experiment;

import java.util.Optional;

/**
 * A computation that a visitor can start: everything about its input is declared by the record
 * {@code P}, everything about its output by {@link #results()}.
 *
 * @param <P> the record of parameters
 */
public interface Experiment<P extends Record> {
    /** How a visitor meets an experiment. */
    enum Mode {
        /** Answers while a slider moves: newest parameters win, no queue. */
        LIVE,
        /** Started by hand, waits for its turn, streams while it runs. */
        QUEUED
    }

    /** Lower camel case id, the second segment of its links. */
    String id();

    /** The record that declares the parameters. */
    Class<P> parameters();

    /** Raised whenever a default, a range or a meaning changes. */
    default int schemaVersion() {
        return 1;
    }

    /** Whether these parameters are answered live or queued. */
    Mode mode(P parameters);

    /** What a run with these parameters is expected to cost on the reference machine (2 cores). */
    Cost cost(P parameters);

    /**
     * Why this machine cannot run it at all, such as a missing native library; empty where nothing
     * is known to be in the way. Asked before every run, so it must not wait.
     */
    default Optional<Obstacle> obstacle() {
        return Optional.empty();
    }

    /** The names of everything a run may return. */
    ResultSchema results();

    /**
     * Computes. Called on the compute pool; emits what it finds in any order, checks {@code stop}
     * at least every 50 ms of work, and either returns early or lets {@link StopSignal#check()}
     * throw; what was emitted until then is the partial result. The same parameters must emit the
     * same bytes whatever the number of cores.
     */
    void run(P parameters, Emitter out, StopSignal stop);
}
