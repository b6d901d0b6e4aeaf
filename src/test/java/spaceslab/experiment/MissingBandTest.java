package spaceslab.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Points without a band in a series with one have none: not a number, and never 0. */
class MissingBandTest {
    private final ResultRecorder recorder = new ResultRecorder();

    private void points(int from, int count, boolean band) {
        double[] x = new double[count];
        Arrays.setAll(x, i -> from + i);
        recorder.emit(band ? new RunEvent.Points("s", x, x, x, x) : new RunEvent.Points("s", x, x));
    }

    @Test
    void whereverItIsMissing() {
        points(0, 20, false);
        points(20, 3, true);
        points(23, 40, false);
        points(63, 2, true);
        RunResult.Series series = recorder.result().series("s");
        for (double[] bound : new double[][] {series.lower(), series.upper()}) {
            assertThat(bound).hasSize(65);
            for (int i = 0; i < 65; i++) {
                boolean given = (i >= 20 && i < 23) || i >= 63;
                assertThat(Double.valueOf(bound[i]))
                        .as("point %d", i)
                        .isEqualTo(Double.valueOf(given ? i : Double.NaN));
            }
        }
    }

    @Test
    void aSeriesWithoutAnyHasNone() {
        points(0, 40, false);
        assertThat(recorder.result().series("s").lower()).isEmpty();
    }
}
