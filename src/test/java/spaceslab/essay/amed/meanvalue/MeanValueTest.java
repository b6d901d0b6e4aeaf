package spaceslab.essay.amed.meanvalue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import spaceslab.essay.amed.AmedReference;
import spaceslab.essay.amed.solver.Solvers;
import spaceslab.essay.amed.solver.TwoStage;
import spaceslab.experiment.InvalidParameters;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.RandomParameters;
import spaceslab.experiment.ResultRecorder;
import spaceslab.experiment.RunResult;
import spaceslab.experiment.Seeds;
import tools.jackson.databind.JsonNode;

class MeanValueTest {
    @Test
    void pointsAndRootsAreThoseOfTheReference() {
        JsonNode set = AmedReference.JSON.get("mean_value_point_1d_gaussian");
        for (JsonNode row : set.get("rows")) {
            GaussianStep step =
                    new GaussianStep(
                            set.get("variance").asDouble(),
                            row.get("t_from").asDouble(),
                            row.get("t_to").asDouble());
            double s = row.get("mean_value_s").asDouble();
            assertThat(step.meanValuePoint()).isCloseTo(s, within(1e-8 * s));
            assertThat(step.r(step.meanValuePoint()))
                    .isCloseTo(row.get("mean_value_r").asDouble(), within(1e-9));
            double root = step.amedRoot().orElseThrow();
            assertThat(root).isCloseTo(row.get("amed_r_roots").get(0).asDouble(), within(1e-9));
            assertThat(step.error(root)).isLessThan(1e-12);
        }
    }

    /** One step 80 → 0.002 at |x| = 80, as NumPy measured it: the errors there are absolute. */
    @Test
    void oneLongStepIsLostByAllButAmed() {
        GaussianStep step = new GaussianStep(0.25, 80, 0.002);
        assertThat(80 * step.error(Solvers.euler())).isCloseTo(0.495, within(0.005));
        assertThat(80 * step.error(TwoStage.heun())).isCloseTo(39.5, within(0.1));
        assertThat(80 * step.error(TwoStage.dpmSolver2(0.5))).isCloseTo(48.0, within(0.1));
    }

    /** The velocity at the point is the mean of the velocity over the step. */
    @Test
    void theVelocityAtThePointIsTheMean() {
        GaussianStep step = new GaussianStep(0.3, 2, 0.4);
        double s = step.meanValuePoint();
        double atPoint = s / Math.sqrt(0.3 + s * s);
        double mean = (Math.sqrt(0.3 + 4) - Math.sqrt(0.3 + 0.16)) / 1.6;
        assertThat(atPoint).isCloseTo(mean, within(1e-14));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1, 2, 3})
    void theMiddleOfAnArcIsParallelToItsChordAndTooLong(double span) {
        Chord arc = new Chord(Curve.CIRCLE, 0, 0.4, 0.4 + span);
        double middle = 0.4 + span / 2;
        assertThat(arc.angle(middle)).isLessThan(1e-12);
        assertThat(arc.scale(middle)).isCloseTo(2 * Math.sin(span / 2) / span, within(1e-12));
        assertThat(arc.gap(middle)).isCloseTo(1 / arc.scale(middle) - 1, within(1e-12));
    }

    @Test
    void aParabolaHasItsPointAndAHelixHasNone() {
        assertThat(new Chord(Curve.PARABOLA, 0, -1, 2).gap(0.5)).isLessThan(1e-15);
        Chord turn = new Chord(Curve.HELIX, 0.5, 0, 2);
        for (int i = 0; i <= 100; i++) {
            assertThat(turn.angle(i / 50.0)).isGreaterThan(0.05);
        }
        assertThat(new Chord(Curve.HELIX, 1, 0, 2 * Math.PI).angle(2))
                .as("the chord of a whole turn stands upright")
                .isCloseTo(Math.PI / 4, within(1e-12));
    }

    /** x: cos b − cos a = −(b − a) sin s; y: sin b − sin a = (b − a) cos s. */
    @Test
    void eachCoordinateHasAPointOfItsOwn() {
        RunResult run =
                ResultRecorder.run(
                        new ChordExperiment(),
                        ParameterSchema.of(ChordParameters.class).strict(Map.of("span", "2")));
        double x = ((Number) run.table("components").get(0).get(1)).doubleValue();
        double y = ((Number) run.table("components").get(1).get(1)).doubleValue();
        assertThat(2 * x).isCloseTo(Math.asin((1 - Math.cos(2)) / 2), within(1e-9));
        assertThat(2 * y).isCloseTo(Math.acos(Math.sin(2) / 2), within(1e-9));
        assertThat(run.number("leastGap"))
                .isCloseTo(1 / run.number("scaleAtLeastAngle") - 1, within(1e-9));
    }

    /** Fault 15: with one variance the joint error has the root of the one. */
    @ParameterizedTest
    @CsvSource({"0.25,1,0.2", "0.0001,80,0.002", "10,80,79", "0.01,0.5,0.1", "1,3,0.7"})
    void oneVarianceTwiceIsMetExactly(String variance, String from, String to) {
        RunResult run =
                ResultRecorder.run(
                        new MeanValueExperiment(),
                        ParameterSchema.of(MeanValueParameters.class)
                                .strict(
                                        Map.of(
                                                "variance", variance,
                                                "otherVariance", variance,
                                                "from", from,
                                                "to", to)));
        assertThat(run.value("bestJointKind")).isEqualTo("interior");
        assertThat(run.number("bestJointError")).isCloseTo(0, within(1e-10));
        assertThat(run.number("bestJointR")).isCloseTo(run.number("rootR"), within(1e-8));
    }

    @Test
    void noDrawnErrorIsBelowTheBest() {
        RandomParameters random = new RandomParameters(Seeds.stream("joint errors"));
        for (int trial = 0; trial < 100; trial++) {
            RunResult run =
                    ResultRecorder.run(
                            new MeanValueExperiment(), random.next(MeanValueParameters.class));
            assertThat(Arrays.stream(run.series("stepError.both").y()).min().orElseThrow())
                    .isGreaterThanOrEqualTo(run.number("bestJointError"));
        }
    }

    @Test
    void aStepThatDoesNotFallIsRefused() {
        assertThatThrownBy(() ->
                        ParameterSchema.of(MeanValueParameters.class)
                                .strict(Map.of("from", "1", "to", "1")))
                .isInstanceOf(InvalidParameters.class)
                .hasMessageContaining("to (1");
    }
}
