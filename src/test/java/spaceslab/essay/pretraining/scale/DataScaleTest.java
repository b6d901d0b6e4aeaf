package spaceslab.essay.pretraining.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import spaceslab.essay.pretraining.training.Sequences;
import spaceslab.essay.pretraining.training.StripesSets;
import spaceslab.experiment.InvalidParameters;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.ResultRecorder;
import spaceslab.experiment.RunResult;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.SeededStreams;

class DataScaleTest {
    private static DataScaleParameters parameters(String... texts) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < texts.length; i += 2) {
            map.put(texts[i], texts[i + 1]);
        }
        return ParameterSchema.of(DataScaleParameters.class).strict(map);
    }

    private static DataScaleParameters small() {
        return parameters(
                "size",
                "4",
                "images",
                "64,32",
                "width",
                "8",
                "pretraining",
                "50",
                "tuning",
                "50",
                "seeds",
                "1,2");
    }

    @Test
    void smallerSetsBeginLargerOnes() {
        DataScaleParameters p = parameters();
        Sequences few = StripesSets.draw(p.stripes(), 50, new SeededStreams(1).child(1));
        Sequences many = StripesSets.draw(p.stripes(), 150, new SeededStreams(1).child(1));
        assertThat(Arrays.copyOf(many.tokens(), few.tokens().length)).isEqualTo(few.tokens());
        assertThat(Arrays.copyOf(many.labels(), few.size())).isEqualTo(few.labels());
    }

    @Test
    void theSameRunGivesTheSameBytesInAscendingOrder() {
        RunResult first = ResultRecorder.run(new DataScaleExperiment(), small());
        RunResult second = ResultRecorder.run(new DataScaleExperiment(), small());
        assertThat(second.values()).isEqualTo(first.values());
        assertThat(second.table("arms")).isEqualTo(first.table("arms")).hasSize(4);
        assertThat(second.table("sizes")).isEqualTo(first.table("sizes"));
        RunResult.Series scratch = first.series("scratch");
        assertThat(scratch.x()).containsExactly(32, 64);
        for (int i = 0; i < 2; i++) {
            assertThat(scratch.y()[i]).isBetween(scratch.lower()[i], scratch.upper()[i]);
        }
        assertThat(first.series("pretrainedCurve.32").x()).endsWith(100);
    }

    @Test
    void aStopEndsItWithinAStep() {
        AtomicInteger asked = new AtomicInteger();
        StopSignal stop =
                () ->
                        asked.incrementAndGet() > 30
                                ? Optional.of(StopSignal.Reason.VISITOR)
                                : Optional.empty();
        assertThatThrownBy(() -> new DataScaleExperiment().run(small(), event -> {}, stop))
                .isInstanceOf(StopSignal.Stopped.class);
    }

    @Test
    void numbersTwiceAndTooMuchWorkAreRefused() {
        assertThatThrownBy(() -> parameters("images", "50,50"))
                .isInstanceOf(InvalidParameters.class)
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> parameters("width", "20")).hasMessageContaining("width (20)");
        assertThatThrownBy(() ->
                        parameters(
                                "images",
                                "50,100,200,400,800",
                                "size",
                                "10",
                                "width",
                                "48",
                                "tuning",
                                "3000",
                                "seeds",
                                "1,2,3,4"))
                .isInstanceOf(InvalidParameters.class);
    }
}
