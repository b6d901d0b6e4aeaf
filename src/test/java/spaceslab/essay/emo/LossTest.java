package spaceslab.essay.emo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static spaceslab.essay.emo.EmoReference.COSTS;
import static spaceslab.essay.emo.EmoReference.JSON;
import static spaceslab.essay.emo.EmoReference.LOGITS;
import static spaceslab.essay.emo.EmoReference.P;
import static spaceslab.essay.emo.EmoReference.SETTINGS;
import static spaceslab.numerics.quantisation.Reference.vector;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import spaceslab.essay.emo.loss.ExpectedLoss;
import spaceslab.essay.emo.loss.Loss;
import spaceslab.essay.emo.loss.Softmax;
import spaceslab.essay.emo.transport.Costs;
import spaceslab.experiment.Seeds;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.quantisation.Reference;
import tools.jackson.databind.JsonNode;

class LossTest {
    private static final Map<String, Loss> NAMES =
            Map.of(
                    "mode1_plain", Loss.MODE_1,
                    "mode1_detached_gt", Loss.MODE_1_DETACHED,
                    "mode2_detached_gt", Loss.MODE_2,
                    "mixce_eta0.5", Loss.MIX_CE,
                    "tailr_gamma0.1(weight=p/(g+(1-g)p),floor0.2)", Loss.TAI_LR);

    @Test
    void referenceGradients() {
        assertThat(Softmax.of(LOGITS)).containsExactly(P, within(1e-15));
        for (JsonNode one : JSON.get("one_hot")) {
            int t = one.get("t").asInt();
            check(Loss.EMO, t, one.get("one_minus_inner"), one.get("grad_emo_logits"), 1e-14);
            check(Loss.MLE, t, one.get("mle"), one.get("grad_mle_logits"), 1e-14);
        }
    }

    /** Their generator adds 1e-10 to each logarithm and denominator. */
    @Test
    void referenceCombinations() {
        for (JsonNode combined : JSON.get("combined")) {
            int t = combined.get("t").asInt();
            NAMES.forEach((name, loss) -> {
                JsonNode node = combined.get(name);
                check(loss, t, node.get("value"), node.get("grad"), 2e-8);
            });
        }
    }

    private static void check(
            Loss loss, int target, JsonNode value, JsonNode gradient, double tolerance) {
        double[] computed = new double[P.length];
        double got = loss(loss, COSTS).gradient(P, oneHot(target, P.length), computed);
        assertThat(got).as("%s", loss).isCloseTo(value.asDouble(), within(tolerance));
        assertThat(computed).as("%s", loss).containsExactly(vector(gradient), within(tolerance));
    }

    @Test
    void saturationOfReference() {
        for (JsonNode node : JSON.get("saturation_wrong_token6_target2")) {
            double[] logits = new double[8];
            logits[6] = node.get("margin").asDouble();
            double[] p = Softmax.of(logits);
            double[] gradient = new double[8];
            loss(Loss.EMO, COSTS).gradient(p, oneHot(2, 8), gradient);
            assertThat(gradient[2])
                    .isCloseTo(node.get("grad_emo_on_target").asDouble(), within(1e-14));
            loss(Loss.MLE, COSTS).gradient(p, oneHot(2, 8), gradient);
            assertThat(gradient[2])
                    .isCloseTo(node.get("grad_mle_on_target").asDouble(), within(1e-14));
        }
    }

    /** Losses without a stopped gradient against central differences, over several targets. */
    @ParameterizedTest
    @EnumSource(names = {"MLE", "EMO", "MIXED", "TOTAL_VARIATION", "LABEL_SMOOTHING"})
    void gradientsAreDerivatives(Loss kind) {
        SplittableRandom random = Seeds.stream("loss derivatives");
        double[] targets = Softmax.normalised(random.doubles(8).toArray());
        ExpectedLoss loss = loss(kind, COSTS);
        double[] gradient = new double[8];
        loss.gradient(P, targets, gradient);
        double[] ignored = new double[8];
        for (int k = 0; k < 8; k++) {
            double[] more = LOGITS.clone();
            more[k] += 1e-5;
            double[] less = LOGITS.clone();
            less[k] -= 1e-5;
            double difference =
                    loss.gradient(Softmax.of(more), targets, ignored)
                            - loss.gradient(Softmax.of(less), targets, ignored);
            assertThat(gradient[k]).isCloseTo(difference / 2e-5, within(1e-9));
        }
    }

    @ParameterizedTest
    @EnumSource
    void gradientsSumToZeroAndIgnoreAConstant(Loss kind) {
        SplittableRandom random = Seeds.stream("loss invariants");
        for (int trial = 0; trial < 20; trial++) {
            double[] logits = random.doubles(8, -3, 3).toArray();
            double[] targets = Softmax.normalised(random.doubles(8).toArray());
            double[] gradient = new double[8];
            double value = loss(kind, COSTS).gradient(Softmax.of(logits), targets, gradient);
            assertThat(Arrays.stream(gradient).sum()).isCloseTo(0, within(1e-14));
            double[] shifted = Arrays.stream(logits).map(z -> z + 7).toArray();
            double[] again = new double[8];
            assertThat(loss(kind, COSTS).gradient(Softmax.of(shifted), targets, again))
                    .isCloseTo(value, within(1e-13));
            assertThat(again).containsExactly(gradient, within(1e-14));
        }
    }

    @Test
    void embeddingsCountByDirectionOnly() {
        double[][] embeddings = Reference.matrix(JSON.get("E"));
        double[][] scaled = new double[8][5];
        for (int i = 0; i < 8; i++) {
            for (int k = 0; k < 5; k++) {
                // lengths differ, and two coordinates are turned by 30 degrees
                double a = embeddings[i][0];
                double b = embeddings[i][1];
                double turned =
                        k == 0
                                ? a * Math.cos(Math.PI / 6) - b * Math.sin(Math.PI / 6)
                                : k == 1
                                        ? a * Math.sin(Math.PI / 6) + b * Math.cos(Math.PI / 6)
                                        : embeddings[i][k];
                scaled[i][k] = (i + 1) * turned;
            }
        }
        assertThat(Costs.cosine(scaled).toArray()).containsExactly(COSTS.toArray(), within(1e-14));
    }

    @Test
    void edgesOfTheirParametersAreMle() {
        double[] mle = new double[8];
        loss(Loss.MLE, COSTS).gradient(P, oneHot(3, 8), mle);
        Loss.Settings edge = new Loss.Settings(0, 0, 0, 1, 0);
        for (Loss kind : new Loss[] {Loss.MIX_CE, Loss.TAI_LR, Loss.LABEL_SMOOTHING, Loss.MIXED}) {
            double[] gradient = new double[8];
            new ExpectedLoss(kind, edge, COSTS).gradient(P, oneHot(3, 8), gradient);
            assertThat(gradient).as("%s", kind).containsExactly(mle, within(1e-15));
        }
    }

    /** Cost 1 for every wrong token: EMO and 1 − p_t are one loss. */
    @Test
    void withCostOneEmoIsTotalVariation() {
        double[] emo = new double[8];
        double[] variation = new double[8];
        double value = loss(Loss.EMO, Costs.zeroOne(8)).gradient(P, oneHot(5, 8), emo);
        assertThat(loss(Loss.TOTAL_VARIATION, COSTS).gradient(P, oneHot(5, 8), variation))
                .isCloseTo(value, within(1e-15));
        assertThat(emo).containsExactly(variation, within(1e-15));
    }

    @Test
    void minimisersOfReference() {
        JsonNode node = JSON.get("population_minimisers_5_tokens");
        double[] data = vector(node.get("P"));
        double[] degrees = vector(node.get("angles_deg"));
        double[][] embeddings = new double[5][];
        for (int i = 0; i < 5; i++) {
            double angle = Math.toRadians(degrees[i]);
            embeddings[i] = new double[] {Math.cos(angle), Math.sin(angle)};
        }
        Costs costs = Costs.cosine(embeddings);
        assertThat(costs.expected(data))
                .containsExactly(vector(node.get("expected_cost_C_P")), within(1e-14));
        Map<String, Loss> kinds =
                Map.of(
                        "mle", Loss.MLE,
                        "mixce", Loss.MIX_CE,
                        "tailr", Loss.TAI_LR,
                        "mode1", Loss.MODE_1,
                        "mode1_det", Loss.MODE_1_DETACHED,
                        "mode2_det", Loss.MODE_2);
        kinds.forEach((name, kind) -> {
            JsonNode expected = node.get(name);
            double[] end =
                    new PopulationMinimiser(loss(kind, costs), data, 0.05)
                            .run(
                                    expected.get("steps").asInt(),
                                    (step, p) -> {},
                                    StopSignal.never());
            assertThat(end).as(name).containsExactly(vector(expected.get("q")), within(1e-6));
        });
        double[] emo =
                new PopulationMinimiser(loss(Loss.EMO, costs), data, 0.5)
                        .run(20_000, (step, p) -> {}, StopSignal.never());
        assertThat(emo)
                .containsExactly(vector(node.get("emo_20000steps_lr0.5").get("q")), within(1e-6));
    }

    private static ExpectedLoss loss(Loss kind, Costs costs) {
        return new ExpectedLoss(kind, SETTINGS, costs);
    }

    private static double[] oneHot(int target, int size) {
        double[] targets = new double[size];
        targets[target] = 1;
        return targets;
    }
}
