package spaceslab.essay.amed.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import spaceslab.experiment.Seeds;

/** Times fall from T to t_min, whatever T, t_min, ρ and N are. */
class ScheduleTest {
    private static void falls(double[] times, double start, double end) {
        assertThat(times[0]).isEqualTo(start);
        assertThat(times[times.length - 1]).isEqualTo(end);
        for (int n = 1; n < times.length; n++) {
            assertThat(times[n]).isLessThan(times[n - 1]).isPositive();
        }
    }

    @ParameterizedTest
    @EnumSource
    void timesFallAtEveryEndOfEveryRange(Schedule schedule) {
        for (double start : new double[] {0.5, 1, 80, 200}) {
            for (double end : new double[] {0.001, 0.002, 0.3, 0.49, 0.4999999, 1}) {
                for (double rho : new double[] {0.5, 1, 7, 12}) {
                    for (int steps : new int[] {1, 2, 6, 200}) {
                        if (end <= start * (1 - 1e-9)) {
                            falls(schedule.stamps(start, end, rho, steps), start, end);
                        }
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void timesFallForAnyParameters(Schedule schedule) {
        SplittableRandom random = Seeds.stream("schedules, " + schedule);
        for (int trial = 0; trial < 2_000; trial++) {
            double start = 0.5 * Math.pow(400, random.nextDouble());
            double end = 0.001 * Math.pow(Math.min(1, 0.999 * start) / 0.001, random.nextDouble());
            double rho = random.nextDouble(0.5, 12);
            falls(schedule.stamps(start, end, rho, 1 + random.nextInt(200)), start, end);
        }
    }

    /** Fault 5: the times were 8346, 101586, 144294, 23917, 463, 0.3. */
    @Test
    void evenInTimeDownToALargeEnd() {
        double[] times = Schedule.TIME_UNIFORM.stamps(80, 0.3, 1, 6);
        falls(times, 80, 0.3);
    }

    /** The largest end that the usual process reaches is no step in the times. */
    @Test
    void theScheduleDoesNotJumpWhereTheProcessChanges() {
        double end = VpTime.largestEnd(80);
        double[] below = Schedule.TIME_UNIFORM.stamps(80, end * (1 - 1e-9), 1, 10);
        double[] above = Schedule.TIME_UNIFORM.stamps(80, end * (1 + 1e-9), 1, 10);
        for (int n = 0; n <= 10; n++) {
            assertThat(above[n] / below[n]).isBetween(1 - 1e-5, 1 + 1e-5);
        }
    }
}
