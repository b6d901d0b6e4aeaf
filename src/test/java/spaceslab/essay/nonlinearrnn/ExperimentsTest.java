package spaceslab.essay.nonlinearrnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.InvalidParameters;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.RandomParameters;
import spaceslab.experiment.ResultRecorder;
import spaceslab.experiment.RunResult;
import spaceslab.experiment.Seeds;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.OrderedUnits;
import tools.jackson.databind.JsonNode;

class ExperimentsTest {
    static List<Experiment<?>> experiments() {
        return new NonlinearRnnTopic().experiments();
    }

    private static IterateParameters iterate(String... pairs) {
        Map<String, String> texts = new java.util.HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            texts.put(pairs[i], pairs[i + 1]);
        }
        return ParameterSchema.of(IterateParameters.class).strict(texts);
    }

    @Test
    void sweepsAgainstLengthAreTheReferences() {
        RunResult result =
                ResultRecorder.run(
                        new ScalingExperiment(),
                        ParameterSchema.of(ScalingParameters.class)
                                .strict(Map.of("timing", "false")));
        for (JsonNode row : ReferenceCases.read("deer_iterations_vs_T").get("rows")) {
            List<Object> found =
                    result.table("lengths").stream()
                            .filter(r -> r.getFirst().equals(row.get("T").asInt()))
                            .findFirst()
                            .orElseThrow();
            assertThat(found.get(2)).isEqualTo(row.get("newton").asInt());
            assertThat(found.get(3)).isEqualTo(row.get("quasi").asInt());
            assertThat(found.get(4)).isEqualTo(row.get("jacobi").asInt());
            assertThat(found.get(7))
                    .isEqualTo(row.get("depth_newton=K*(1+2*ceil(log2 T))").asLong());
            assertThat(found.get(8)).isEqualTo(row.get("mults_sequential=T*d^2").asLong());
        }
        assertThat(java.util.Objects.requireNonNull(result.grids().get("scanTree")).values())
                .endsWith(1, 2, 3, 4, 5, 6, 7, 8);
    }

    @ParameterizedTest
    @EnumSource(CellKind.class)
    void everyMethodAndGuessRunsOnEveryCell(CellKind cell) {
        for (String guess : List.of("zeros", "oneStep", "noise", "warm")) {
            RunResult result =
                    ResultRecorder.run(
                            new IterateExperiment(),
                            iterate(
                                    "cell",
                                    ParameterSchema.text(cell),
                                    "guess",
                                    guess,
                                    "d",
                                    "3",
                                    "length",
                                    "40",
                                    "gain",
                                    "0.5",
                                    "methods",
                                    "jacobi,picard,fixedA,diagonalised,decoupled,expandInput,newton,"
                                            + "quasi,scaleElk,elk,quasiElk"));
            assertThat(result.table("methods")).hasSize(11);
            for (List<Object> row : result.table("methods")) {
                if (!row.getFirst().equals("picard")) {
                    assertThat(row.get(2)).as("%s %s", guess, row).isEqualTo("converged");
                    assertThat((Double) row.get(3)).as("%s %s", guess, row).isLessThan(1e-6);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(StoppingRule.class)
    void everyStoppingRuleStopsNewtonNearTheTruth(StoppingRule rule) {
        RunResult result =
                ResultRecorder.run(
                        new IterateExperiment(),
                        iterate("stopping", ParameterSchema.text(rule), "methods", "newton"));
        List<Object> newton = result.table("methods").getFirst();
        assertThat(newton.get(2)).isEqualTo("converged");
        assertThat((Double) newton.get(3)).isLessThan(1e-5);
        assertThat((Integer) newton.get(1)).isBetween(4, 7);
    }

    /** Blow-ups are results: the curve keeps its finite part and a note says where it ended. */
    @ParameterizedTest
    @EnumSource(CellKind.class)
    void sameBytesOnOneAndTwoThreads(CellKind cell) {
        ParameterSchema<IterateParameters> schema = ParameterSchema.of(IterateParameters.class);
        String kind = ParameterSchema.text(cell);
        String methods =
                cell == CellKind.LSTM ? "jacobi,newton,quasi,elk" : "jacobi,fixedA,newton,elk";
        IterateParameters p =
                schema.strict(
                        Map.of(
                                "cell", kind, "methods", methods, "focus", "newton", "d", "4",
                                "length", "300"));
        RunResult one = ResultRecorder.run(new IterateExperiment(new OrderedUnits(1)), p);
        RunResult two = ResultRecorder.run(new IterateExperiment(new OrderedUnits(2)), p);
        assertThat(two.tables()).isEqualTo(one.tables());
        assertThat(one.series()).isNotEmpty();
        one.series()
                .forEach((name, s) -> assertThat(two.series(name).y()).as(name).isEqualTo(s.y()));
    }

    @Test
    void overflowIsNamedAndNeverDrawn() {
        RunResult result =
                ResultRecorder.run(
                        new IterateExperiment(),
                        iterate(
                                "gain",
                                "3",
                                "d",
                                "16",
                                "methods",
                                "fixedA",
                                "inputScale",
                                "0.1",
                                "seed",
                                "2024"));
        assertThat(result.table("methods").getFirst().get(2)).isEqualTo("diverged");
        assertThat(result.notes()).extracting("key").contains("diverged");
        assertThat(java.util.Arrays.stream(result.series("error.fixedA").y()))
                .isNotEmpty()
                .allMatch(Double::isFinite);
        assertThat(java.util.Arrays.stream(result.series("residual.fixedA").y()))
                .isNotEmpty()
                .allMatch(Double::isFinite);
        assertThat(
                        java.util.Arrays.stream(
                                java.util.Objects.requireNonNull(result.grids().get("errorMap"))
                                        .values()))
                .isNotEmpty()
                .allMatch(Double::isFinite);
    }

    @Test
    void defectiveMatricesAreNamed() {
        assertThat(
                        SweepSettings.PLAIN.sweep(
                                new RecurrentProblem(
                                        new TanhCell(2, new double[] {.5, 1, 0, .5}),
                                        new double[8],
                                        new double[2]),
                                Method.DIAGONALISED))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "length,65537",
        "length,15",
        "d,65",
        "d,0",
        "gain,3.1",
        "gain,NaN",
        "methods,''",
        "tolerance,0",
        "sweeps,0",
        "noise,1e9",
        "methods,'newton,newton'",
        "methods,bogus"
    })
    void badInputIsNamed(String name, String value) {
        assertThatThrownBy(() -> iterate(name, value))
                .isInstanceOf(InvalidParameters.class)
                .hasMessageContaining(name);
    }

    @Test
    void tooMuchMemoryNamesTheLongestLength() {
        assertThatThrownBy(() -> iterate("d", "64", "length", "65536"))
                .isInstanceOf(InvalidParameters.class)
                .hasMessageContaining("length (65536)")
                .hasMessageContaining("16 … 1024");
        assertThatThrownBy(() -> iterate("d", "64", "cell", "lstm", "length", "257"))
                .hasMessageContaining("16 … 256");
        assertThat(iterate("d", "8", "length", "65536").length()).isEqualTo(65536);
    }

    @ParameterizedTest
    @MethodSource("experiments")
    <P extends Record> void randomRecordsComeBackFromTheirLinks(Experiment<P> experiment) {
        ParameterSchema<P> schema = ParameterSchema.of(experiment.parameters());
        RandomParameters random = new RandomParameters(Seeds.stream(experiment.id()));
        for (int i = 0; i < 200; i++) {
            P parameters = random.next(experiment.parameters());
            assertThat(schema.strict(schema.differing(parameters))).isEqualTo(parameters);
            assertThat(experiment.cost(parameters).seconds()).isFinite();
        }
    }

    @ParameterizedTest
    @MethodSource("experiments")
    <P extends Record> void stopSignalEndsARun(Experiment<P> experiment) {
        P parameters = ParameterSchema.of(experiment.parameters()).defaults();
        StopSignal stop = () -> java.util.Optional.of(StopSignal.Reason.VISITOR);
        assertThatThrownBy(() -> experiment.run(parameters, event -> {}, stop))
                .isInstanceOf(StopSignal.Stopped.class);
    }

    @Test
    void publishedRowsAreThoseOfThePublishedTables() {
        JsonNode tables = ReferenceCases.read("../published/nonlinear-rnn").get("tables");
        assertThat(PublishedSpeedups.rows()).hasSize(80);
        for (JsonNode table : tables) {
            String pass =
                    switch (table.get("id").asString()) {
                        case "deerSpeedupForward" -> "forward";
                        case "deerSpeedupForwardGrad" -> "forwardGrad";
                        default -> "";
                    };
            if (pass.isEmpty()) {
                continue;
            }
            assertThat(table.at("/source/mark").asString()).isEqualTo("digitised");
            int found = 0;
            for (JsonNode row : table.get("rows")) {
                int states = Integer.parseInt(row.get(0).asString().substring(4));
                for (int i = 1; i < row.size(); i++) {
                    if (row.get(i).isNumber()) {
                        int length = new int[] {1, 3, 10, 30, 100, 300, 1000}[i - 1] * 1000;
                        double speedUp = row.get(i).asDouble();
                        assertThat(PublishedSpeedups.rows())
                                .anyMatch(r ->
                                        r.pass().equals(pass)
                                                && r.states() == states
                                                && r.length() == length
                                                && r.speedUp() == speedUp
                                                && r.mark().equals("digitised"));
                        found++;
                    }
                }
            }
            assertThat(PublishedSpeedups.rows().stream().filter(r -> r.pass().equals(pass)))
                    .hasSize(found);
        }
    }

    /** Fault 14: A of an LSTM has the eigenvalue 0 as often as it has cells. */
    @ParameterizedTest
    @CsvSource({"8,3", "3,4321", "16,1", "16,2", "1,1"})
    void anLstmHasItsRadiusAndItsBasis(String d, String seed) {
        RunResult run =
                ResultRecorder.run(
                        new IterateExperiment(),
                        iterate(
                                "cell", "lstm",
                                "d", d,
                                "length", "16",
                                "gain", "0.8",
                                "inputScale", "0.9",
                                "seed", seed,
                                "methods", "diagonalised"));
        assertThat(run.number("condition")).isBetween(1.0, 1e6);
        assertThat(run.notes()).noneMatch(note -> note.key().equals("singularBasis"));
        if (d.equals("8")) {
            assertThat(run.number("spectralRadius")).isCloseTo(0.6654937610, within(1e-10));
        }
    }
}
