package spaceslab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import spaceslab.experiment.Budget;
import spaceslab.experiment.Language;
import spaceslab.run.Probe.Act;
import spaceslab.run.Probe.Task;
import tools.jackson.databind.JsonNode;

/** Runs that come with the product answer like kept ones, and can be computed again. */
@Timeout(240)
class ShippedRunsTest {
    private static final Budget BUDGET = new Budget(10, 1_000_000);

    /** What the probe's topic ships: the set-up of its slow finding. */
    private static final Task SHIPPED = Task.live(Act.ANSWER, 8);

    @TempDir Path folder;

    private RunBench bench(boolean database) throws Exception {
        try (RunBench plain = new RunBench()) {
            RunSetup<Task> setup = plain.setup(SHIPPED);
            Path file = folder.resolve(ShippedFile.path(setup));
            Files.createDirectories(file.getParent());
            Files.write(file, ShippedFile.write(ShipRuns.compute(setup, BUDGET)));
        }
        URL[] roots = {folder.toUri().toURL()};
        return RunBench.shippingFrom(new URLClassLoader(roots, null), database);
    }

    @Test
    void answersWithoutComputingAndSaysWhereItWasComputed() throws Exception {
        try (RunBench bench = bench(true)) {
            RunService.Submission shipped = bench.submit(SHIPPED, "a");
            assertThat(shipped.cached()).isTrue();
            assertThat(shipped.run().log().result().number("number")).isEqualTo(8);
            assertThat(bench.probe().computed()).isZero();
            JsonNode json = RunJson.run(shipped.run(), true, Language.EN);
            assertThat(json.path("shipped").path("computed").asString()).matches("\\d{4}-.*Z");
            assertThat(json.path("shipped").path("machine").asString()).contains("Java");
            assertThat(bench.find(shipped.run().id())).containsSame(shipped.run());
            RunService.Asker page = RunService.Asker.page("b", "b");
            assertThat(bench.runs().rejoin(bench.setup(SHIPPED), page).join())
                    .map(RunService.Submission::run)
                    .containsSame(shipped.run());
        }
    }

    @Test
    void answersWithoutADatabase() throws Exception {
        try (RunBench bench = bench(false)) {
            assertThat(bench.ready()).isFalse();
            RunService.Asker page = RunService.Asker.page("a", "a");
            assertThat(bench.submit(SHIPPED, "a").run().shipment()).isPresent();
            assertThat(bench.runs().rejoin(bench.setup(SHIPPED), page).join()).isPresent();
        }
    }

    @Test
    void computesAgainWhenAskedAndThenServesThat() throws Exception {
        try (RunBench bench = bench(true)) {
            RunService.Asker page = RunService.Asker.page("a", "a");
            Run own = bench.runs().recompute(bench.setup(SHIPPED), page).join().run();
            RunBench.outcome(own);
            assertThat(own.shipment()).isEmpty();
            assertThat(bench.probe().computed()).isEqualTo(1);
            bench.awaitIdle();
            assertThat(bench.submit(SHIPPED, "b").run()).isSameAs(own);
        }
    }

    @Test
    void otherParametersAreComputed() throws Exception {
        try (RunBench bench = bench(true)) {
            Run run = bench.submit(Task.live(Act.ANSWER, 9), "a").run();
            RunBench.outcome(run);
            assertThat(run.shipment()).isEmpty();
            assertThat(bench.probe().computed()).isEqualTo(1);
        }
    }

    @Test
    void aFileOfAnotherSetupOrADamagedOneIsRefused() throws Exception {
        try (RunBench bench = new RunBench()) {
            RunSetup<Task> setup = bench.setup(SHIPPED);
            byte[] file = ShippedFile.write(ShipRuns.compute(setup, BUDGET));
            RunSetup<Task> other = bench.setup(Task.live(Act.ANSWER, 9));
            assertThat(ShippedFile.path(other)).isNotEqualTo(ShippedFile.path(setup));
            assertThatThrownBy(() -> ShippedFile.read(other, new ByteArrayInputStream(file)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("not the finished run of");
            file[file.length / 2] ^= 0x55;
            assertThatThrownBy(() -> ShippedFile.read(setup, new ByteArrayInputStream(file)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aDamagedFileIsComputedLikeAnyOther() throws Exception {
        try (RunBench bench = bench(true)) {
            Files.write(folder.resolve(ShippedFile.path(bench.setup(SHIPPED))), new byte[] {1, 2});
            Run run = bench.submit(SHIPPED, "a").run();
            RunBench.outcome(run);
            assertThat(run.shipment()).isEmpty();
            assertThat(run.log().result().number("number")).isEqualTo(8);
        }
    }
}
