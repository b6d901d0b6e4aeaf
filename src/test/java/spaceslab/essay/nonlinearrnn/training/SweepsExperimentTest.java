package spaceslab.essay.nonlinearrnn.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.InvalidParameters;
import spaceslab.experiment.RunEvent;
import spaceslab.experiment.RunResult;
import spaceslab.numerics.OrderedUnits;

class SweepsExperimentTest {
    private static final String[] SMALL = {
        "sweeps", "2,1", "steps", "25", "length", "8", "batch", "6", "d", "4", "repeats", "2"
    };

    private static SweepsExperiment on(int threads) {
        return new SweepsExperiment(new OrderedUnits(threads));
    }

    @Test
    void anyNumberOfThreadsEmitsTheSameEvents() {
        List<String> one = TrainingRuns.events(on(1), SMALL);
        assertThat(TrainingRuns.events(on(2), SMALL)).isEqualTo(one);
        assertThat(TrainingRuns.events(on(5), SMALL)).isEqualTo(one);
    }

    @Test
    void everyContenderIsReported() {
        RunResult result = TrainingRuns.result(on(2), SMALL);
        assertThat(result.table("models"))
                .extracting(row -> row.get(0) + " " + row.get(1))
                .containsExactly("rnn 0", "sweeps 1", "stack 1", "sweeps 2", "stack 2");
        assertThat(result.series("finalSweeps").x()).containsExactly(1, 2);
        assertThat(result.series("lossStack.n2").x()).containsExactly(10, 20, 25);
        assertThat(result.number("compared")).isEqualTo(2);
        assertThat(result.number("baseline")).isCloseTo(Math.log(2), within(1e-15));
        for (List<Object> row : result.table("models")) {
            double median = (Double) row.get(5);
            assertThat(median).isBetween((Double) row.get(6), (Double) row.get(7));
        }
    }

    @Test
    void theRecurrentNetworkLearnsToAdd() {
        RunResult result =
                TrainingRuns.result(
                        on(2), "task", "adding", "sweeps", "1", "length", "8", "steps", "400",
                        "repeats", "1", "rate", "0.02");
        assertThat(result.number("finalRnn")).isLessThan(0.5 * result.number("baseline"));
    }

    @Test
    void aStopKeepsTheModelsDone() {
        RunResult result =
                TrainingRuns.stopped(
                        on(1),
                        event ->
                                event instanceof RunEvent.Row r && r.cells().get(0).equals("stack"),
                        SMALL);
        assertThat(result.table("models")).hasSize(3);
        assertThat(result.number("compared")).isEqualTo(1);
    }

    @Test
    void matrixSweepsRunToo() {
        RunResult result =
                TrainingRuns.result(
                        on(2), "form", "matrix", "task", "copy", "sweeps", "3", "steps", "20",
                        "repeats", "1", "d", "4");
        assertThat(result.number("bestSweeps")).isPositive().isFinite();
    }

    @Test
    void smallRunsAreLiveAndLargeOnesQueued() {
        SweepsExperiment sweeps = on(2);
        SweepsParameters small = TrainingRuns.parameters(sweeps, SMALL);
        SweepsParameters standard = TrainingRuns.parameters(sweeps);
        assertThat(sweeps.mode(small)).isEqualTo(Experiment.Mode.LIVE);
        assertThat(sweeps.mode(standard)).isEqualTo(Experiment.Mode.QUEUED);
        assertThat(sweeps.cost(standard).seconds()).isBetween(5.0, 60.0);
    }

    @Test
    void badCombinationsAreNamed() {
        assertThatThrownBy(() -> TrainingRuns.parameters(on(1), "sweeps", "2,2"))
                .isInstanceOf(InvalidParameters.class)
                .hasMessageContaining("sweeps");
        assertThatThrownBy(() ->
                        TrainingRuns.parameters(
                                on(1), "steps", "10000", "d", "32", "length", "256"))
                .isInstanceOf(InvalidParameters.class)
                .hasMessageContaining("steps (10000)")
                .hasMessageContaining("1 … ");
        assertThatThrownBy(() -> TrainingRuns.parameters(on(1), "radius", "1"))
                .isInstanceOf(InvalidParameters.class)
                .hasMessageContaining("radius (1)");
    }
}
