package spaceslab.essay.attentionscale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import spaceslab.experiment.InvalidParameters;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.ResultRecorder;
import spaceslab.experiment.RunEvent;
import spaceslab.experiment.RunResult;
import spaceslab.experiment.StopSignal;
import spaceslab.learning.Adam;
import spaceslab.learning.Precision;
import spaceslab.learning.TensorScope;
import spaceslab.learning.Weights;
import spaceslab.numerics.RandomStream;
import spaceslab.numerics.SeededStreams;

class TrainingExperimentTest {
    private static final TrainingExperiment EXPERIMENT = new TrainingExperiment();

    private static TrainingParameters parameters(Map<String, String> differing) {
        return ParameterSchema.of(TrainingParameters.class).strict(differing);
    }

    @Test
    void theSameParametersGiveTheSameEventsInTheSameOrder() {
        TrainingParameters small =
                parameters(
                        Map.of(
                                "n",
                                "8",
                                "d",
                                "8",
                                "steps",
                                "40",
                                "alphas",
                                "4,1,0.5",
                                "rates",
                                "0.03,0.1",
                                "repeats",
                                "2"));
        List<RunEvent> first = events(small);
        assertThat(first).hasSizeGreaterThan(30);
        assertThat(events(small))
                .usingRecursiveComparison()
                .withEqualsForType(Double::equals, Double.class)
                .isEqualTo(first);
    }

    private static List<RunEvent> events(TrainingParameters parameters) {
        List<RunEvent> events = new ArrayList<>();
        EXPERIMENT.run(parameters, events::add, StopSignal.never());
        return events;
    }

    @ParameterizedTest
    @EnumSource
    void scoresStartAsTheEstimateAssumes(ScoreForm form) {
        TrainingParameters parameters = parameters(Map.of("n", "256", "repeats", "4"));
        try (TensorScope run = TensorScope.root(StopSignal.never())) {
            AttentionEnsemble model = model(parameters, form, 1, 4);
            AttentionLook look = AttentionLook.at(model, parameters.task(), streams(4, 7), 1);
            assertThat(look.deviation()).isCloseTo(1, within(0.05));
            double unit = form.unit(parameters.d());
            double estimate = form.meanField(parameters.d(), 256).gradient(unit) / unit;
            assertThat(look.gradient()).isCloseTo(estimate, within(0.005));
        }
    }

    private static AttentionEnsemble model(
            TrainingParameters parameters, ScoreForm form, double alpha, int copies) {
        Weights weights = Weights.of(new SeededStreams(1), Precision.FLOAT32);
        return model(weights, parameters, form, alpha, copies);
    }

    private static AttentionEnsemble model(
            Weights weights,
            TrainingParameters parameters,
            ScoreForm form,
            double alpha,
            int copies) {
        SeededStreams[] streams = new SeededStreams[copies];
        Arrays.setAll(streams, new SeededStreams(3)::child);
        return new AttentionEnsemble(
                weights, parameters.task(), form, alpha, parameters.d(), streams);
    }

    private static RandomStream[] streams(int copies, int number) {
        RandomStream[] streams = new RandomStream[copies];
        Arrays.setAll(streams, i -> new SeededStreams(5).child(i).stream(number));
        return streams;
    }

    @Test
    void aCopyTrainsAsItDoesAlone() {
        double[] alone = lossesAfter(20, 1);
        double[] among = lossesAfter(20, 3);
        assertThat(among[0]).isCloseTo(alone[0], within(1e-3));
        assertThat(among[1]).isNotCloseTo(alone[0], within(1e-3));
    }

    private static double[] lossesAfter(int steps, int copies) {
        TrainingParameters parameters = parameters(Map.of("n", "16", "d", "16"));
        try (TensorScope run = TensorScope.root(StopSignal.never())) {
            Weights weights = Weights.of(new SeededStreams(1), Precision.FLOAT32);
            AttentionEnsemble model = model(weights, parameters, ScoreForm.DOT_PRODUCT, 2, copies);
            Adam adam = new Adam(weights, DescentRule.ADAM.settings());
            for (int step = 0; step < steps; step++) {
                try (TensorScope scope = TensorScope.step()) {
                    adam.step(
                            model.losses(parameters.task().draw(streams(copies, step))).sum(),
                            0.01);
                }
            }
            return AttentionLook.at(model, parameters.task(), streams(copies, 1000), 2).losses();
        }
    }

    @Test
    void gradientDescentStepsAsFarAsTheGradientIsLong() {
        DescentRule rule = DescentRule.GRADIENT_DESCENT;
        try (TensorScope run = TensorScope.root(StopSignal.never())) {
            Weights weights = Weights.of(new SeededStreams(1), Precision.FLOAT32);
            var w = weights.given("w", new double[] {3, -0.002}, 2);
            Adam adam = new Adam(weights, rule.settings());
            try (TensorScope scope = TensorScope.step()) {
                adam.step(w.square().sum(), rule.rate(0.1));
            }
            assertThat(w.toDoubles()[0]).isCloseTo(3 - 0.6, within(1e-5));
            assertThat(w.toDoubles()[1]).isCloseTo(-0.0016, within(1e-8));
        }
    }

    @Test
    void blocksSayWhenALossFell() {
        BlockLosses losses = new BlockLosses(2, 2);
        double[][] steps = {{4, 4}, {4, 4}, {1, 4}, {1, 4}, {3, 4}};
        for (int i = 0; i < steps.length; i++) {
            losses.add(steps[i]);
            assertThat(losses.endsWith(i + 1, steps.length)).isEqualTo(i % 2 == 1 || i == 4);
        }
        assertThat(losses.stepsBelow(2)).containsExactly(4, Double.POSITIVE_INFINITY);
        assertThat(losses.stepsBelow(3.5)).containsExactly(4, Double.POSITIVE_INFINITY);
        assertThat(losses.stepsBelow(5)).containsExactly(2, 2);
    }

    @Test
    void anEasyTaskIsLearned() {
        RunResult result =
                ResultRecorder.run(
                        EXPERIMENT,
                        parameters(
                                Map.of(
                                        "n", "8", "d", "16", "steps", "150", "alphas", "1", "rates",
                                        "0.03", "repeats", "2")));
        assertThat(result.number("fastestSteps")).isLessThan(150);
        assertThat(result.number("fastest")).isEqualTo(1);
    }

    @Test
    void stopsWithinAStep() {
        AtomicInteger asked = new AtomicInteger();
        StopSignal stop =
                () ->
                        asked.incrementAndGet() > 30
                                ? Optional.of(StopSignal.Reason.VISITOR)
                                : Optional.empty();
        assertThatThrownBy(() -> EXPERIMENT.run(parameters(Map.of()), event -> {}, stop))
                .isInstanceOf(StopSignal.Stopped.class);
        assertThat(asked.get()).isLessThan(60);
    }

    @Test
    void refusalsNameParameterAndRange() {
        refused(Map.of("alphas", "1,2,1"), "alphas ([1.0, 2.0, 1.0])", "twice");
        refused(Map.of("rates", "0.1,0.1"), "rates ([0.1, 0.1])", "twice");
        refused(Map.of("alphas", "0,1"), "alphas", "0.01");
        refused(Map.of("n", "1024", "steps", "5000"), "steps (5000)", "20 … ");
        Map<String, String> large =
                Map.of("n", "1024", "d", "128", "repeats", "10", "alphas", "1,2,3,4,5,6,7,8");
        refused(large, "repeats (10)", "1 … 2");
    }

    private static void refused(Map<String, String> differing, String... words) {
        assertThatThrownBy(() -> parameters(differing))
                .isInstanceOf(InvalidParameters.class)
                .hasMessageContainingAll(words);
    }
}
