package spaceslab.run;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import spaceslab.experiment.Budget;

/**
 * Configuration {@code spaceslab.*}.
 *
 * @param liveSeconds budget of a live run
 * @param queuedSeconds budget of a queued run
 * @param runBytes memory budget of any run
 * @param workers queued runs computed at once in this process
 * @param queueLength queued runs that may wait
 * @param cacheBytes memory for finished runs
 */
@ConfigurationProperties("spaceslab")
public record RunLimits(
        @DefaultValue("2") double liveSeconds,
        @DefaultValue("300") double queuedSeconds,
        @DefaultValue("1000000000") long runBytes,
        @DefaultValue("1") int workers,
        @DefaultValue("50") int queueLength,
        @DefaultValue("64000000") long cacheBytes) {

    Budget live() {
        return new Budget(liveSeconds, runBytes);
    }

    Budget queued() {
        return new Budget(queuedSeconds, runBytes);
    }
}
