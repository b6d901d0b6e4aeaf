package spaceslab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import spaceslab.experiment.Finding;

@Timeout(240)
class LedgerServiceTest {
    private final RunBench bench = new RunBench();
    private final LedgerService ledger = bench.ledger();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void nothingIsMeasuredBeforeItWasComputedHere() {
        assertThat(ledger.entries()).hasSize(3).allMatch(e -> e.measurement().isEmpty());
    }

    @Test
    void measuresQuickFindingsThatFinishAndOnlyThose() throws Exception {
        AtomicInteger ready = new AtomicInteger();
        ledger.whenMeasured(ledger.entries().getFirst().topic(), ready::incrementAndGet);
        ledger.measureInBackground();
        RunBench.until("both are measured", () -> ready.get() == 2);
        assertThat(ready).hasValue(2);
        assertThat(ledger.entries())
                .extracting(e -> e.finding().id(), e -> e.measurement().isPresent())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("seven", true),
                        org.assertj.core.groups.Tuple.tuple("failing", false),
                        org.assertj.core.groups.Tuple.tuple("slow", false));
        assertThat(ledger.entries().getFirst().measurement())
                .contains(Finding.Measurement.of(Finding.Status.HOLDS, 7));
        assertThat(bench.probe().computed()).isEqualTo(2);
    }

    @Test
    void aMeasuredFindingIsAnOrdinaryCachedRun() throws Exception {
        AtomicInteger ready = new AtomicInteger();
        ledger.whenMeasured(ledger.entries().getFirst().topic(), ready::incrementAndGet);
        ledger.measureInBackground();
        RunBench.until("both are measured", () -> ready.get() == 2);
        assertThat(bench.submit(Probe.Task.live(Probe.Act.ANSWER, 7), "a").cached()).isTrue();
    }
}
