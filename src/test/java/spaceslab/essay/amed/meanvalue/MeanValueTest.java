package spaceslab.essay.amed.meanvalue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import spaceslab.essay.amed.AmedReference;
import spaceslab.essay.amed.solver.Solvers;
import spaceslab.essay.amed.solver.TwoStage;
import spaceslab.experiment.InvalidParameters;
import spaceslab.experiment.ParameterSchema;
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

    @Test
    void theMeanOfACircleIsInsideAndOfAFullTurnZero() {
        TurningCurve half = new TurningCurve(Math.PI, 0);
        assertThat(half.scale()).isCloseTo(2 / Math.PI, within(1e-15));
        assertThat(half.angle(Math.PI / 2)).isCloseTo(0, within(1e-12));
        TurningCurve full = new TurningCurve(2 * Math.PI, 0);
        assertThat(full.scale()).isCloseTo(0, within(1e-15));
        assertThat(full.angle(1)).isEqualTo(90);
        assertThat(full.difference(1)).isCloseTo(1, within(1e-15));
        TurningCurve helix = new TurningCurve(2 * Math.PI, 1);
        assertThat(helix.angle(2)).isCloseTo(45, within(1e-12));
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
