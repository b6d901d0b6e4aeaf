package spaceslab.essay.transformervq.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import spaceslab.experiment.InvalidParameters;
import spaceslab.experiment.ResultRecorder;
import spaceslab.experiment.RunResult;
import spaceslab.learning.Losses;
import spaceslab.numerics.SeededStreams;

class RecallTrainingExperimentTest {
    private static final RecallTrainingExperiment EXPERIMENT = new RecallTrainingExperiment();
    private static final Map<String, String> SMALL =
            Map.of(
                    "codes", "2,6",
                    "levels", "3,2",
                    "keys", "4",
                    "values", "4",
                    "stores", "16",
                    "queries", "16",
                    "block", "8",
                    "keySize", "4",
                    "width", "16",
                    "steps", "20");

    private static RecallTrainingParameters parameters(String... own) {
        return Runs.parameters(RecallTrainingParameters.class, SMALL, own);
    }

    @Test
    void theSameParametersGiveTheSameEventsInTheSameOrder() {
        Runs.repeatItself(EXPERIMENT, parameters(), parameters("seed", "2"));
    }

    @Test
    void everyArmIsInTheTableAndItsAssignmentAddsUp() {
        RunResult run = ResultRecorder.run(EXPERIMENT, parameters("steps", "60"));
        assertThat(run.table("recalled")).hasSize(5);
        assertThat(run.table("recalled").stream().map(row -> row.get(0)))
                .containsExactly("window", "full", "codebook", "codebook", "lattice");
        for (String grid : List.of("assignment", "assignmentLattice")) {
            double[] shares = Objects.requireNonNull(run.grids().get(grid)).values();
            for (int key = 0; key < 4; key++) {
                double sum = 0;
                for (int code = 0; code < 6; code++) {
                    sum += shares[code * 4 + key];
                }
                assertThat(sum).isCloseTo(100, within(1e-9));
            }
        }
        assertThat(run.series("far.6").y()).hasSize(20);
        assertThat(run.number("mostCodes")).isEqualTo(6);
    }

    @Test
    void everyQueryAsksForWhatItsSequenceStored() {
        RecallSequences task = new RecallSequences(5, 3, 7, 9);
        RecallSequences.Batch batch = task.draw(40, new SeededStreams(3).stream(0));
        for (int i = 0; i < 40; i++) {
            Map<Integer, Integer> stored = new HashMap<>();
            for (int t = i * 16; t < i * 16 + 7; t++) {
                Integer before = stored.put(batch.keys()[t], batch.values()[t]);
                assertThat(before == null || before == batch.values()[t]).isTrue();
                assertThat(batch.targets()[t]).isEqualTo(Losses.IGNORED);
            }
            for (int t = i * 16 + 7; t < i * 16 + 16; t++) {
                assertThat(batch.values()[t]).isEqualTo(3);
                assertThat(batch.targets()[t]).isEqualTo(stored.get(batch.keys()[t]));
            }
        }
        assertThat(Arrays.stream(batch.keys()).distinct().count()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({
        "stores, 20, stores (20), '8, 16, 24'",
        "queries, 20, queries (20), '8, 16, 24'",
        "queries, 8, queries (8), ≥ 16",
        "codes, '2,33', codes (33), 1 … 32",
        "codes, '2,2', 'codes (2,2)', 1–4",
        "levels, '6,6', 'levels (6,6)', ≤ 32",
        "levels, '1,6', levels (1, 2 … 16",
        "keys, 1, keys (1), 2 … 64",
        "rate, NaN, rate (NaN, 0.0001",
        "commitment, 2, commitment (2, … 1"
    })
    void senselessSettingsAreRefusedByName(String name, String value, String said, String allowed) {
        assertThatThrownBy(() -> parameters(name, value))
                .isInstanceOf(InvalidParameters.class)
                .hasMessageContaining(said)
                .hasMessageContaining(allowed);
    }

    @Test
    void aRunBeyondTheBudgetIsRefusedWithThePossibleSteps() {
        assertThatThrownBy(() ->
                        parameters(
                                "stores", "512", "queries", "512", "block", "128", "width", "96",
                                "steps", "3000"))
                .hasMessageContaining("steps (3000)");
        assertThat(EXPERIMENT.cost(parameters()).seconds()).isLessThan(5);
    }

    @Test
    void aStopKeepsWhatWasFound() {
        RunResult partial = Runs.stopped(EXPERIMENT, parameters("steps", "3000"), 8);
        assertThat(partial.series()).containsKey("farWindow");
        assertThat(partial.table("recalled")).isEmpty();
    }
}
