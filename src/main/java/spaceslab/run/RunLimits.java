package spaceslab.run;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import spaceslab.experiment.Budget;
import spaceslab.experiment.Cost;

/**
 * Configuration {@code spaceslab.*}.
 *
 * @param role whether this process serves pages, computes queued runs, or both
 * @param liveSeconds estimate up to which a run is answered live; beyond it is queued
 * @param queuedSeconds estimate up to which a run is taken at all
 * @param runBytes memory budget of any run
 * @param workers queued runs computed at once in this process
 * @param queueLength queued runs that may wait, of all visitors
 * @param visitorQueueLength queued runs of one visitor that may be unfinished
 * @param cacheBytes memory for ended runs
 * @param keepDays after which a stored run that nobody used is deleted
 * @param storedBytes of all stored runs; the least recently used are deleted beyond
 * @param pinnedBytes of runs that visitors pinned; more pins are refused beyond
 */
@ConfigurationProperties("spaceslab")
public record RunLimits(
        @DefaultValue("both") Role role,
        @DefaultValue("2") double liveSeconds,
        @DefaultValue("300") double queuedSeconds,
        @DefaultValue("1000000000") long runBytes,
        @DefaultValue("1") int workers,
        @DefaultValue("100") int queueLength,
        @DefaultValue("60") int visitorQueueLength,
        @DefaultValue("64000000") long cacheBytes,
        @DefaultValue("30") int keepDays,
        @DefaultValue("2000000000") long storedBytes,
        @DefaultValue("500000000") long pinnedBytes) {

    /** What a process does. */
    public enum Role {
        BOTH,
        WEB,
        WORKER
    }

    /** Estimates are of a machine with so many processors, all of them ours. */
    private static final int PROCESSORS = 2;

    /** An estimate may be off by so much, or this machine slower, before a run is cut. */
    private static final int SLACK = 2;

    /** Whether such a run is answered live, where its experiment asks for it. */
    boolean live(Cost cost) {
        return cost.seconds() <= liveSeconds;
    }

    /** Whether such a run is taken. */
    boolean allows(Cost cost) {
        return cost.seconds() <= queuedSeconds && cost.bytes() <= runBytes;
    }

    /** What a live run may use before it goes on in the queue. */
    Budget live() {
        return new Budget(PROCESSORS * liveSeconds, runBytes);
    }

    /** What a queued run may use. */
    Budget queued() {
        return new Budget(SLACK * PROCESSORS * queuedSeconds, runBytes);
    }
}
