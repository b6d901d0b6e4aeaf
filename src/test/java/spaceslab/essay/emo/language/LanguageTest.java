package spaceslab.essay.emo.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import spaceslab.experiment.InvalidParameters;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.ResultRecorder;
import spaceslab.experiment.RunEvent;
import spaceslab.experiment.RunResult;
import spaceslab.experiment.StopSignal;
import spaceslab.learning.TensorScope;
import spaceslab.numerics.SeededStreams;

/** The text, the shipped models, and the experiments that go on with them. */
class LanguageTest {
    private static LanguageParameters parameters(String... texts) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < texts.length; i += 2) {
            map.put(texts[i], texts[i + 1]);
        }
        return ParameterSchema.of(LanguageParameters.class).strict(map);
    }

    @Test
    void partsOfTheTextFollowEachOther() {
        BibleText all = BibleText.all();
        assertThat(all.verses()).isEqualTo(8_309);
        assertThat(all.vocabulary().size()).isEqualTo(BibleText.SYMBOLS);
        String text =
                Stream.of(
                                all.pretraining(),
                                all.continuation(BibleText.CONTINUATION),
                                all.validation(),
                                all.test())
                        .map(all.vocabulary()::decode)
                        .reduce("", String::concat);
        assertThat(text).startsWith("In the beginning God created the heaven and the earth.\n");
        assertThat(text).endsWith("that the child may live?\n");
        assertThat(text.lines()).hasSize(8_309);
        assertThat(all.vocabulary().decode(all.continuation(20)).lines()).hasSize(20);
        assertThat(all.vocabulary().decode(all.test()).lines()).hasSize(709);
        assertThat(all.continuation(20)).hasSizeGreaterThan(VerseModel.CONTEXT + 1);
    }

    @Test
    void windowsAskForEverySymbolOnce() {
        int[] text = {0, 1, 2, 3, 4, 5, 6, 7};
        TextWindows windows = TextWindows.consecutive(text, 3);
        assertThat(windows.inputs()).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(windows.targets()).containsExactly(1, 2, 3, 4, 5, 6);
        TextWindows random = TextWindows.random(text, 7, 4, new SeededStreams(1).stream(0));
        assertThat(Stream.of(random.windows())).allMatch(window -> Arrays.equals(window, text));
    }

    /** Both know verses that they have not seen far better than chance, the larger one better. */
    @Test
    void shippedModelsAreTrained() {
        TextWindows test =
                TextWindows.consecutive(BibleText.all().test(), VerseModel.CONTEXT).part(0, 60);
        double[] perplexity = new double[2];
        try (TensorScope root = TensorScope.root(StopSignal.never())) {
            for (ModelSize size : ModelSize.values()) {
                VerseModel model = TrainedWeights.model(size);
                double[][] surprise = model.surprise(test, StopSignal.never());
                perplexity[size.ordinal()] = Math.exp(PreTraining.mean(surprise));
                for (double[] feature : model.features(test.part(0, 3), StopSignal.never())) {
                    assertThat(Arrays.stream(feature).map(x -> x * x).sum())
                            .isCloseTo(1, within(1e-5));
                }
            }
        }
        assertThat(perplexity[0]).isBetween(40.0, 60.0);
        assertThat(perplexity[1]).isLessThan(0.8 * perplexity[0]);
    }

    @Test
    void textsGoOnFromTheirBeginningsWhereverTheyAreWritten() {
        TextWindows test = TextWindows.consecutive(BibleText.all().test(), VerseModel.CONTEXT);
        try (TensorScope root = TensorScope.root(StopSignal.never())) {
            VerseModel model = TrainedWeights.model(ModelSize.BASE);
            SeededStreams streams = new SeededStreams(4);
            TextWindows both =
                    model.writeOn(Judge.beginnings(test, 2), streams, StopSignal.never());
            TextWindows one = model.writeOn(Judge.beginnings(test, 1), streams, StopSignal.never());
            assertThat(one.windows()[0]).containsExactly(both.windows()[0]);
            for (int i = 0; i < 2; i++) {
                assertThat(both.windows()[i]).hasSize(VerseModel.CONTEXT + 1);
                assertThat(Arrays.copyOf(both.windows()[i], Judge.BEGINNING))
                        .containsExactly(Arrays.copyOf(test.windows()[i], Judge.BEGINNING));
            }
        }
    }

    @Test
    void theSameLinkGivesTheSameBytes() {
        LanguageParameters small =
                parameters("losses", "mode1", "verses", "20", "steps", "20", "samples", "50");
        List<RunEvent> first = events(small);
        assertThat(events(small)).usingRecursiveComparison().isEqualTo(first);
        ResultRecorder recorder = new ResultRecorder();
        first.forEach(recorder::emit);
        RunResult result = recorder.result();
        assertThat(result.table("arms").stream().map(List::getFirst))
                .containsExactlyInAnyOrder("mode1", "pretrained", "bible", "otherVerses");
        assertThat(result.table("ends")).hasSize(3 * 3);
        double[] test = result.series("testPerplexity.mode1").y();
        assertThat(test[0]).isCloseTo(result.number("pretrainedPerplexity"), within(1e-3));
        assertThat(test).doesNotContain(Double.NaN).hasSizeGreaterThanOrEqualTo(6);
    }

    /** Without times. */
    private static List<RunEvent> events(LanguageParameters parameters) {
        List<RunEvent> events = new ArrayList<>();
        new LanguageExperiment().run(parameters, events::add, StopSignal.never());
        return events.stream()
                .map(event ->
                        event instanceof RunEvent.Row row && row.table().equals("arms")
                                ? new RunEvent.Row(
                                        "arms", row.cells().subList(0, row.cells().size() - 1))
                                : event)
                .toList();
    }

    @Test
    void stopsWhenAsked() {
        int[] asked = {0};
        StopSignal soon =
                () -> asked[0]++ > 40 ? Optional.of(StopSignal.Reason.VISITOR) : Optional.empty();
        assertThatThrownBy(() -> new LanguageExperiment().run(parameters(), event -> {}, soon))
                .isInstanceOf(StopSignal.Stopped.class);
        assertThatThrownBy(() ->
                        new PretrainExperiment()
                                .run(
                                        ParameterSchema.of(PretrainParameters.class).defaults(),
                                        event -> {},
                                        soon))
                .isInstanceOf(StopSignal.Stopped.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "losses|mle,mle",
                "losses|mle,emo,mode1,mode2,mixed",
                "losses|hinge",
                "verses|19",
                "verses|1501",
                "steps|19",
                "steps|1001",
                "rate|0",
                "lambda|-1",
                "gamma|2",
                "eta|-0.1",
                "smoothing|1",
                "samples|10",
                "samples|501"
            })
    void wrongValuesAreRefusedByName(String parameter, String value) {
        assertThatThrownBy(() -> parameters(parameter, value))
                .isInstanceOfSatisfying(
                        InvalidParameters.class,
                        refused ->
                                assertThat(refused.violations())
                                        .anyMatch(v -> v.parameter().equals(parameter)));
    }

    @ParameterizedTest
    @EnumSource
    void keysAreThoseOfLinks(Arm arm) {
        assertThat(parameters("losses", arm.key()).losses()).containsExactly(arm);
    }
}
