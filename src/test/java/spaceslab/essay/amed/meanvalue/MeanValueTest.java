package spaceslab.essay.amed.meanvalue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.math3.util.FastMath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import spaceslab.essay.amed.AmedReference;
import spaceslab.essay.amed.score.Gaussian;
import spaceslab.essay.amed.solver.Schedule;
import spaceslab.experiment.InvalidParameters;
import spaceslab.experiment.StopSignal;
import tools.jackson.databind.JsonNode;

class MeanValueTest {
    @Test
    void middlesOfTheReference() {
        JsonNode reference = AmedReference.JSON.get("mean_value_point_1d_gaussian");
        double variance = reference.get("variance").asDouble();
        assertThat(reference.get("rows")).hasSize(6);
        for (JsonNode row : reference.get("rows")) {
            double a = row.get("t_from").asDouble();
            double b = row.get("t_to").asDouble();
            double s = GaussianMiddle.onCurve(variance, a, b);
            // the reference loses digits where its formula cancels
            assertThat(s).isCloseTo(row.get("mean_value_s").asDouble(), within(1e-8 * s));
            assertThat(GaussianMiddle.exponent(s, a, b))
                    .isCloseTo(row.get("mean_value_r").asDouble(), offset(1e-8));
            double y = GaussianMiddle.onTangent(variance, a, b);
            assertThat(y).isCloseTo(row.get("amed_s_roots").get(0).asDouble(), within(1e-8 * y));
        }
    }

    @ParameterizedTest
    @CsvSource({"1e-4,80,20", "0.25,80,0.002", "100,80,20", "1,1,0.2", "4,0.2,0.002", "1,5,4.9"})
    void theSlopeThereIsTheMeanSlopeBetweenTheMeans(double variance, double a, double b) {
        double s = GaussianMiddle.onCurve(variance, a, b);
        double slope = s / Math.sqrt(variance + s * s);
        double mean = (Math.sqrt(variance + a * a) - Math.sqrt(variance + b * b)) / (a - b);
        assertThat(slope).isCloseTo(mean, within(1e-12));
        assertThat(s).isBetween(Math.sqrt(a * b), (a + b) / 2);
    }

    @Test
    void theMeansAreItsLimits() {
        assertThat(GaussianMiddle.onCurve(1e-14, 3, 1)).isCloseTo(Math.sqrt(3), within(1e-12));
        assertThat(GaussianMiddle.onCurve(1e14, 3, 1)).isCloseTo(2, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"0.25,80,20", "0.25,80,0.002", "1,5,1", "4,1,0.2"})
    void aStepThatLooksThereIsExact(double variance, double a, double b) {
        Gaussian model = new Gaussian(new double[1], new double[] {variance});
        OneStep step = new OneStep(model, new double[] {variance}, a, b, StopSignal.never());
        double s = GaussianMiddle.onTangent(variance, a, b);
        double r = GaussianMiddle.exponent(s, a, b);
        assertThat(step.amed(r).error()).isLessThan(1e-11);
        double[] grid = {r - 0.02, r + 0.005, r + 0.02};
        double[] errors = {
            step.amed(grid[0]).error(), step.amed(grid[1]).error(), step.amed(grid[2]).error()
        };
        assertThat(step.best(grid, errors).exponent()).isCloseTo(r, offset(1e-9));
        assertThat(step.amed(0.3).scaledError())
                .as("on a line, a length is all that can be missing")
                .isLessThan(1e-12);
    }

    /** The notes' figures for |x| = T = 80, λ = 0.25, from 80 to 20; ours are relative to |x|. */
    @Test
    void errorsOfOneStepBesideOtherSolvers() {
        Gaussian model = new Gaussian(new double[1], new double[] {0.25});
        OneStep step = new OneStep(model, new double[] {0.25}, 80, 20, StopSignal.never());
        assertThat(80 * step.dpmSolver2()).isCloseTo(1.2e-3, within(5e-5));
        assertThat(80 * step.euler()).isCloseTo(3.5e-3, within(5e-5));
        assertThat(80 * step.heun()).isCloseTo(1.05e-2, within(5e-5));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1, 2, 3})
    void theMiddleOfAnArcIsParallelToItsChordAndTooLong(double span) {
        Chord arc = new Chord(Curve.CIRCLE, 0, 0.4, 0.4 + span);
        double middle = 0.4 + span / 2;
        assertThat(arc.angle(middle)).isLessThan(1e-12);
        assertThat(arc.scale(middle)).isCloseTo(2 * FastMath.sin(span / 2) / span, within(1e-12));
        assertThat(arc.gap(middle)).isCloseTo(1 / arc.scale(middle) - 1, within(1e-12));
    }

    @Test
    void aParabolaHasItsPointAndAHelixHasNone() {
        assertThat(new Chord(Curve.PARABOLA, 0, -1, 2).gap(0.5)).isLessThan(1e-15);
        Chord turn = new Chord(Curve.HELIX, 0.5, 0, 2);
        for (int i = 0; i <= 100; i++) {
            assertThat(turn.angle(i / 50.0)).isGreaterThan(0.05);
        }
    }

    @Test
    void stampsThatDoNotFallAreRefusedByName() {
        assertThatThrownBy(() ->
                        new MiddlePointParameters(List.of(1.0), 1, 1, Schedule.POLYNOMIAL, 7, 4))
                .isInstanceOf(InvalidParameters.class)
                .hasMessageContaining("end")
                .hasMessageContaining("< 1.0");
    }
}
