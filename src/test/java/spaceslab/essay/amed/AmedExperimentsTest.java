package spaceslab.essay.amed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.ResultRecorder;
import spaceslab.experiment.RunEvent;
import spaceslab.experiment.RunResult;
import spaceslab.experiment.StopSignal;

/** Whole experiments: what they measure, and that they measure it again. */
class AmedExperimentsTest {
    private static <P extends Record> RunResult run(
            Experiment<P> experiment, Map<String, String> texts) {
        return ResultRecorder.run(
                experiment, ParameterSchema.of(experiment.parameters()).strict(texts));
    }

    private static double cell(RunResult r, String table, String solver, int nfe, int column) {
        return r.table(table).stream()
                .filter(row -> row.get(0).equals(solver) && row.get(1).equals(nfe))
                .map(row -> ((Number) row.get(column)).doubleValue())
                .findFirst()
                .orElseThrow();
    }

    /** The ring of the reference: other noise, so within a fifth. */
    @Test
    void errorsOnTheRingAreThoseThatNumPyMeasured() {
        RunResult r =
                run(
                        new NfeSweepExperiment(),
                        Map.of(
                                "model",
                                "ring",
                                "batch",
                                "512",
                                "schedule",
                                "polynomial",
                                "solvers",
                                "euler,ipndm2,ipndm4,ipndmV4,heun,amed"));
        Map<String, String> names =
                Map.of(
                        "euler", "euler",
                        "ipndm2", "ipndm-2",
                        "ipndm4", "ipndm-4",
                        "ipndmV4", "AB-var-4",
                        "heun", "heun",
                        "amed", "amed-scalar");
        var measured = AmedReference.JSON.get("experiments").get("rmse_tables").get("ring2d");
        names.forEach((ours, theirs) -> {
            for (int nfe = 3; nfe <= 10; nfe++) {
                double expected = measured.get(theirs).get("" + nfe).asDouble();
                assertThat(cell(r, "errors", ours, nfe, 3))
                        .as("%s at %d", ours, nfe)
                        .isCloseTo(expected, within(0.25 * expected + 0.01));
            }
        });
    }

    @Test
    void everySamplerTakesTheEvaluationsItWasGiven() {
        List<String> all = new ArrayList<>();
        for (SolverChoice choice : SolverChoice.values()) {
            all.add(choice.key());
        }
        RunResult r =
                run(
                        new NfeSweepExperiment(),
                        Map.of(
                                "model",
                                "grid",
                                "batch",
                                "16",
                                "leastNfe",
                                "4",
                                "mostNfe",
                                "5",
                                "solvers",
                                String.join(",", all.subList(0, 20))));
        for (String solver : all.subList(0, 20)) {
            assertThat(r.series("error." + solver).x()).containsExactly(4, 5);
        }
    }

    @Test
    void theSameParametersGiveTheSameEvents() {
        TrajectoriesExperiment experiment = new TrajectoriesExperiment();
        TrajectoriesParameters parameters =
                ParameterSchema.of(TrajectoriesParameters.class)
                        .strict(Map.of("density", "own", "nfe", "3", "batch", "64"));
        List<String> events = new ArrayList<>();
        experiment.run(parameters, e -> events.add(words(e)), StopSignal.never());
        List<String> again = new ArrayList<>();
        experiment.run(parameters, e -> again.add(words(e)), StopSignal.never());
        assertThat(again).isEqualTo(events);
    }

    private static String words(RunEvent event) {
        return event instanceof RunEvent.Points p
                ? p.series() + Arrays.toString(p.x()) + Arrays.toString(p.y())
                : event.toString();
    }

    /** A blow-up stays in the window and is named. */
    @Test
    void heunWithThreeEvaluationsIsDrawnAtTheEdgeAndNamed() {
        RunResult r =
                run(new TrajectoriesExperiment(), Map.of("nfe", "3", "solvers", "euler,heun"));
        for (double x : r.series("path.heun").x()) {
            assertThat(Double.isNaN(x) || Math.abs(x) <= Polylines.WINDOW).isTrue();
        }
        assertThat(r.notes()).hasSize(1);
        assertThat(r.notes().getFirst().arguments().getFirst()).isEqualTo("Heun");
        assertThat((Double) r.notes().getFirst().arguments().get(2))
                .isGreaterThan(Polylines.WINDOW);
        assertThat(r.value("bestSolver")).isEqualTo("euler");
    }

    @Test
    void everyPublishedNumberIsRead() {
        assertThat(PublishedFid.rows()).hasSize(4 * 8 * 4).doesNotHaveDuplicates();
        assertThat(PublishedFid.rows())
                .contains(
                        new PublishedFid.Row(PublishedSet.FFHQ64, "ipndm4", 3, 45.98),
                        new PublishedFid.Row(PublishedSet.IMAGE_NET64, "dpmSolver2", 5, 42.41),
                        new PublishedFid.Row(PublishedSet.LSUN_BEDROOM, "amed", 9, 5.65));
    }
}
