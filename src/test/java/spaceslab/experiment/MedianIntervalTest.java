package spaceslab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The interval is made of order statistics and covers the median as often as it says. */
class MedianIntervalTest {
    @Test
    void tenReplicationsLeaveOneOnEachSide() {
        MedianInterval interval = MedianInterval.of(10, 9, 8, 7, 6, 5, 4, 3, 2, 1);
        assertThat(interval).isEqualTo(new MedianInterval(5.5, 2, 9, 10));
    }

    @Test
    void fewReplicationsGiveTheirRange() {
        assertThat(MedianInterval.of(3, 1, 2)).isEqualTo(new MedianInterval(2, 1, 3, 3));
        assertThat(MedianInterval.of(4)).isEqualTo(new MedianInterval(4, 4, 4, 1));
        assertThat(MedianInterval.of(5, 1, 2, 4, 3).low()).isEqualTo(1);
    }

    @Test
    void infiniteValuesAreLarge() {
        double end = Double.POSITIVE_INFINITY;
        assertThat(MedianInterval.of(1, end, end)).isEqualTo(new MedianInterval(end, 1, end, 3));
        assertThat(MedianInterval.of(-end, end).median()).isNaN();
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 7, 8, 9, 10, 12, 15, 20, 30, 40, 100})
    void theRankIsTheLargestThatMissesAtMostOneInTwenty(int n) {
        BinomialDistribution heads = new BinomialDistribution(null, n, 0.5);
        int k = MedianInterval.rank(n);
        assertThat(2 * heads.cumulativeProbability(k - 1)).isLessThanOrEqualTo(0.05);
        assertThat(2 * heads.cumulativeProbability(k)).isGreaterThan(0.05);
    }

    /** Of skewed draws, too: 1 − 2·11/1024 = 97.85 % at n = 10. */
    @Test
    void coversTheTrueMedian() {
        SplittableRandom random = Seeds.stream("median interval");
        int covered = 0;
        int trials = 20_000;
        for (int t = 0; t < trials; t++) {
            double[] draws = new double[10];
            for (int i = 0; i < draws.length; i++) {
                draws[i] = Math.pow(-Math.log1p(-random.nextDouble()), 3);
            }
            MedianInterval interval = MedianInterval.of(draws);
            double median = Math.pow(Math.log(2), 3);
            covered += interval.low() <= median && median <= interval.high() ? 1 : 0;
        }
        assertThat((double) covered / trials).isCloseTo(0.9785, within(0.006));
    }
}
