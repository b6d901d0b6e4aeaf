package spaceslab.essay.fsq.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.RandomStream;
import spaceslab.numerics.SeededStreams;

class NearestImagesTest {
    private static final StopSignal GO = StopSignal.never();

    private static float[] noise(int count, long seed) {
        RandomStream random = new SeededStreams(seed).stream(0);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    /** More images and pixels than a block holds, against the plain double loop. */
    @Test
    void findsWhatAPlainSearchFinds() {
        int pixels = 35;
        float[] real = noise(50 * pixels, 1);
        float[] asked = noise(20 * pixels, 2);
        NearestImages.Matches matches = new NearestImages(real, new int[50], pixels).of(asked, GO);
        for (int i = 0; i < 20; i++) {
            int best = -1;
            double least = Double.POSITIVE_INFINITY;
            for (int r = 0; r < 50; r++) {
                double sum = 0;
                for (int p = 0; p < pixels; p++) {
                    sum += Math.pow((double) asked[i * pixels + p] - real[r * pixels + p], 2);
                }
                if (sum < least) {
                    least = sum;
                    best = r;
                }
            }
            assertThat(matches.index()[i]).isEqualTo(best);
            assertThat(matches.distance()[i]).isCloseTo(Math.sqrt(least / pixels), within(1e-6));
        }
    }

    @Test
    void countsWhatIsNearAndNamesClasses() {
        float[] real = {0, 0, 1, 1, 5, 5};
        NearestImages nearest = new NearestImages(real, new int[] {3, 1, 4}, 2);
        NearestImages.Matches matches = nearest.of(new float[] {0, 0, 1, 2, 9, 9, 0.5f, 0.5f}, GO);
        assertThat(matches.index()).containsExactly(0, 1, 2, 0);
        assertThat(matches.distance()[1]).isCloseTo(Math.sqrt(0.5), within(1e-12));
        assertThat(matches.nearerThan(0.5)).isEqualTo(0.25);
        assertThat(matches.label()).containsExactly(3, 1, 4, 3);
    }

    @Test
    void leavesOutThePictureItself() {
        float[] real = {0, 0, 1, 1, 5, 5};
        NearestImages nearest = new NearestImages(real, new int[] {3, 1, 4}, 2);
        assertThat(nearest.of(real, GO).index()).containsExactly(0, 1, 2);
        assertThat(nearest.amongOthers(real, GO).index()).containsExactly(1, 0, 1);
        assertThatThrownBy(() -> nearest.amongOthers(new float[2], GO))
                .hasMessageContaining("2 numbers for 6");
    }

    @Test
    void stopsAndRefuses() {
        NearestImages nearest = new NearestImages(new float[4], new int[2], 2);
        assertThatThrownBy(
                        () -> nearest.of(new float[2], () -> Optional.of(StopSignal.Reason.BUDGET)))
                .isInstanceOf(StopSignal.Stopped.class);
        assertThatThrownBy(() -> new NearestImages(new float[5], new int[2], 2))
                .hasMessageContaining("5 numbers for 2 images of 2");
    }
}
