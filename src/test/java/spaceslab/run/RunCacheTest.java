package spaceslab.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import spaceslab.experiment.Outcome;
import spaceslab.experiment.RunEvent;
import spaceslab.run.Probe.Act;
import spaceslab.run.Probe.Task;

class RunCacheTest {
    private final ProbeTopic topic = new ProbeTopic();

    /** A copy of the run with this number, as each loader makes its own. */
    private Run loaded(int number) {
        RunSetup<Task> setup =
                new RunSetup<>(topic, topic.probe(), Task.queued(Act.ANSWER, number));
        Run run = new Run("run" + number, setup.identity(), setup, true);
        run.log().append(new RunEvent.Value("number", number));
        run.log().append(new RunEvent.Ended(new Outcome.Finished()));
        return run;
    }

    @Test
    void aRunThatTwoThreadsLoadedIsCountedOnce() {
        RunCache cache = new RunCache(1_000_000);
        Run first = loaded(1);
        cache.add(first, true);
        long once = cache.bytes();
        assertThat(once).isEqualTo(first.log().bytes()).isPositive();
        Run second = loaded(1);
        cache.add(second, true);
        cache.add(second, true);
        assertThat(cache.bytes()).isEqualTo(once);
        assertThat(cache.byId("run1")).containsSame(second);
        assertThat(cache.byIdentity(second.identity())).containsSame(second);
    }

    @Test
    void countedBytesAreThoseOfTheRunsThatAreKept() {
        long one = loaded(0).log().bytes();
        RunCache cache = new RunCache(3 * one);
        for (int i = 0; i < 20; i++) {
            cache.add(loaded(i / 2), true);
            cache.add(loaded(i / 2), i % 3 == 0);
            assertThat(cache.bytes()).isLessThanOrEqualTo(3 * one);
        }
        assertThat(cache.bytes()).isEqualTo(3 * one);
        assertThat(cache.byId("run7")).isPresent();
        assertThat(cache.byId("run6")).isEmpty();
    }
}
