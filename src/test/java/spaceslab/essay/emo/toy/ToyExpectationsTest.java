package spaceslab.essay.emo.toy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import spaceslab.essay.emo.EmoReference;
import spaceslab.essay.emo.loss.Loss;
import spaceslab.essay.emo.transport.Costs;
import spaceslab.experiment.StopSignal;
import tools.jackson.databind.JsonNode;

/**
 * The pattern of {@code emo_toy.json}: with 50,000 pairs each loss ends above the language's
 * entropy by about as much as there, and in the same order. Its language is another draw.
 */
class ToyExpectationsTest {
    private static final JsonNode JSON = EmoReference.read("emo_toy");
    private static final double FACTOR = 1.5;

    private static final Map<String, Loss> LOSSES =
            Map.of(
                    "mle", Loss.MLE,
                    "ls", Loss.LABEL_SMOOTHING,
                    "tailr", Loss.TAI_LR,
                    "mixce", Loss.MIX_CE,
                    "mode1", Loss.MODE_1,
                    "mode1_det", Loss.MODE_1_DETACHED,
                    "sum", Loss.MIXED,
                    "emo", Loss.EMO);

    @Test
    void lossesEndAsFarAboveTheEntropyAsExpected() {
        ToySetup setup =
                new ToySetup(
                        8,
                        4,
                        50_000,
                        WordVectors.MEANING,
                        0.15,
                        12,
                        new Loss.Settings(1, 0.1, 0.2, 0.5, 0.1),
                        1500,
                        0.5,
                        1,
                        1);
        ToyLanguage language = setup.language();
        double[][] counts = setup.counts(language);
        Costs costs = setup.costs(language, counts, StopSignal.never());
        double entropy = ToyQuality.of(language.next(), 1, language).testLoss();
        Map<String, Double> expected = new LinkedHashMap<>();
        Map<String, Double> found = new LinkedHashMap<>();
        LOSSES.forEach((name, loss) -> {
            JsonNode result = JSON.get("results").get("50000").get(name);
            expected.put(
                    name,
                    result.get("test_ce_final").asDouble()
                            - JSON.get("true_entropy_rate").asDouble());
            found.put(
                    name,
                    setup.train(loss, language, counts, costs, StopSignal.never()).end().testLoss()
                            - entropy);
        });
        assertThat(byExcess(found)).isEqualTo(byExcess(expected));
        expected.forEach((name, excess) ->
                assertThat(found.get(name)).as(name).isBetween(excess / FACTOR, excess * FACTOR));
    }

    private static List<String> byExcess(Map<String, Double> excess) {
        return excess.entrySet().stream()
                .sorted(Comparator.comparingDouble(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .toList();
    }
}
