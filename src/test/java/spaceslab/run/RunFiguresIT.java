package spaceslab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spaceslab.run.Probe.Act;
import spaceslab.run.Probe.Task;

/**
 * Times of the run service, printed for docs/reliability.md. What is asserted is that nothing is
 * lost meanwhile: a time says something about the machine and its load.
 */
@Timeout(600)
class RunFiguresIT {
    private static final Logger log = LoggerFactory.getLogger(RunFiguresIT.class);

    private final RunBench bench =
            new RunBench(RunBench.limits(RunLimits.Role.BOTH, 100, 60, 50_000_000));

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void theFirstEventComesSoon() throws Exception {
        assertThat(first(true, 40)).isPositive();
        assertThat(first(false, 40)).isPositive();
    }

    private double first(boolean live, int runs) throws InterruptedException {
        double[] millis = new double[runs];
        for (int i = 0; i < runs; i++) {
            long start = System.nanoTime();
            Run run = bench.submit(new Task(Act.ANSWER, i, live), "page").run();
            while (run.log().last() == 0) {
                Thread.sleep(0, 200_000);
            }
            millis[i] = (System.nanoTime() - start) / 1e6;
            assertThat(run.log().awaitEnd(60_000)).isTrue();
        }
        Arrays.sort(millis);
        log.info(
                "FIGURE submit to first event, {}: median {} ms, p95 {} ms, most {} ms",
                live ? "live" : "queued with an idle worker",
                Math.round(millis[runs / 2] * 10) / 10.0,
                Math.round(millis[runs * 95 / 100] * 10) / 10.0,
                Math.round(millis[runs - 1] * 10) / 10.0);
        return millis[runs / 2];
    }

    @Test
    void storingLosesNoEventOfAComputation() throws Exception {
        double[] ratios = new double[7];
        bare(0);
        stored(100);
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = stored(101 + i) / bare(101 + i) - 1;
        }
        Arrays.sort(ratios);
        log.info(
                "FIGURE event log: processor time of a compute-bound run's thread {} % more with"
                        + " 1000 events stored (median of 7 pairs, {} to {} %)",
                Math.round(1_000 * ratios[3]) / 10.0,
                Math.round(1_000 * ratios[0]) / 10.0,
                Math.round(1_000 * ratios[6]) / 10.0);
        assertThat(ratios).doesNotContain(Double.NaN);
    }

    /**
     * Processor time of the same computation with its events in memory only; wall time says nothing
     * on a busy machine.
     */
    private double bare(int number) {
        Run run = new Run("bare", "bare", bench.setup(Task.queued(Act.SPIN, number)), false);
        Computation.compute(run, RunBench.LIMITS.queued());
        return bench.probe().spinNanos();
    }

    private double stored(int number) throws InterruptedException {
        Run run = bench.submit(Task.queued(Act.SPIN, number), "page").run();
        assertThat(run.log().awaitEnd(120_000)).isTrue();
        assertThat(run.log().result().series("steps").x()).hasSize(Probe.SPINS);
        assertThat(bench.table().eventsAfter(run.id(), 0))
                .extracting(EventLog.Entry::sequence)
                .hasSize(Probe.SPINS + 1)
                .isSorted();
        return bench.probe().spinNanos();
    }
}
