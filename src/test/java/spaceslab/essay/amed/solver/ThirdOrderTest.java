package spaceslab.essay.amed.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import spaceslab.essay.amed.score.PlaneDensity;
import spaceslab.essay.amed.score.SampleError;
import spaceslab.essay.amed.score.ScoreModel;
import spaceslab.essay.amed.score.Teacher;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.SeededStreams;

/** DPM-Solver++(3M) as published, and with the second derivative instead of half of it. */
class ThirdOrderTest {
    /** The published step with φ₃ D2 counted twice. */
    private record Doubled(DpmSolverMultistep published) implements MultistepFormula {
        @Override
        public int order() {
            return 3;
        }

        @Override
        public boolean predictsData() {
            return true;
        }

        @Override
        public boolean lowersFinalOrder() {
            return false;
        }

        @Override
        public LinearStep step(double[] stamps, double to) {
            LinearStep step = published.step(stamps, to);
            if (stamps.length < 3) {
                return step;
            }
            double h = Math.log(stamps[0] / to);
            double newer = Math.log(stamps[1] / stamps[0]) / h;
            double older = Math.log(stamps[2] / stamps[1]) / h;
            double phi3 = ((Math.expm1(-h) / -h - 1) / -h) - 0.5;
            double missing = -phi3 / (newer + older);
            double[] weights = step.weights().clone();
            weights[0] += missing / newer;
            weights[1] -= missing / newer + missing / older;
            weights[2] += missing / older;
            return new LinearStep(step.gain(), weights);
        }
    }

    private static double order(MultistepFormula formula) {
        ScoreModel model = PlaneDensity.RING.model(List.of(), new double[0], 0.3);
        double[] x = Teacher.noise(new SeededStreams(5), 16, 2, 5);
        double[] errors = new double[2];
        for (int i = 0; i < 2; i++) {
            double[] stamps = Schedule.LOG_SNR.stamps(5, 0.05, 1, 160 << i);
            double[][] exact = model.flow().within(1e-12).at(x, 5, stamps, StopSignal.never());
            Solver solver = new ExactStart(new Multistep(formula), 2, Arrays.copyOf(exact, 3));
            double[] end =
                    new Sampler(solver, stamps, false).run(model, x, StopSignal.never()).end();
            errors[i] = SampleError.rootMeanSquare(end, exact[exact.length - 1]);
        }
        return Math.log(errors[0] / errors[1]) / Math.log(2);
    }

    @Test
    void theFactorTwoIsWhatTheThirdOrderLacks() {
        DpmSolverMultistep published = new DpmSolverMultistep(3, true, false);
        assertThat(order(published)).isCloseTo(2, within(0.15));
        assertThat(order(new Doubled(published))).isCloseTo(3, within(0.15));
    }
}
