package spaceslab.essay.fsq.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import spaceslab.experiment.StopSignal;

/** Pictures of one pixel: training ones at 0, 10, …, 90, of class 0 below 50 and 1 above. */
class SampleQualityTest {
    private static final StopSignal GO = StopSignal.never();
    private static final SampleQuality QUALITY = quality();

    private static SampleQuality quality() {
        float[] training = new float[10];
        int[] labels = new int[10];
        float[] heldOut = new float[41];
        int[] heldOutLabels = new int[41];
        for (int i = 0; i < 10; i++) {
            training[i] = 10 * i;
            labels[i] = i / 5;
        }
        // 4.0, 4.1, … 8.0 behind the training picture at 40, all of class 1
        for (int i = 0; i < 41; i++) {
            heldOut[i] = 44 + i / 10f;
            heldOutLabels[i] = 1;
        }
        return new SampleQuality(
                new NearestImages(training, labels, 1),
                new NearestImages(heldOut, heldOutLabels, 1),
                heldOut,
                heldOutLabels,
                GO);
    }

    @Test
    void realPicturesAreJudgedByTheOthers() {
        assertThat(QUALITY.real().agreement()).isEqualTo(1);
        // 44 … 45 lie 4 … 5 from 40, the rest 5 … 2 from 50: the 5 % quantile is the third least
        assertThat(QUALITY.real().copies()).isCloseTo(2 / 41.0, within(1e-9));
    }

    @Test
    void copiesAndClasses() {
        SampleQuality.Verdict copied = QUALITY.of(new float[] {0, 90, 21, 66}, new int[4], GO);
        assertThat(copied.copies()).isEqualTo(0.75);
        assertThat(copied.agreement()).isEqualTo(0.5);
        assertThat(copied.distance()).isEqualTo(0.5);
        // the nearest training picture of 43 has class 0, the nearest of all is held out: 44
        assertThat(QUALITY.of(new float[] {43}, new int[] {1}, GO).agreement()).isEqualTo(1);
    }
}
