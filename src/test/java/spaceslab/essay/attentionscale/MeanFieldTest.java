package spaceslab.essay.attentionscale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import spaceslab.numerics.Cumulants;
import spaceslab.numerics.GaussLegendre;
import spaceslab.numerics.RandomStream;
import spaceslab.numerics.SeededStreams;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class MeanFieldTest {
    record Reference(String name, Scores scores, int n, double optimum) {}

    static List<Reference> references() throws IOException {
        List<Reference> references = new ArrayList<>();
        try (InputStream in =
                MeanFieldTest.class.getResourceAsStream("/reference/attention_scale.json")) {
            JsonNode root = new ObjectMapper().readTree(in);
            for (Map.Entry<String, JsonNode> e : root.get("normal").properties()) {
                references.add(
                        new Reference(
                                "n=" + e.getKey(),
                                new NormalScores(),
                                Integer.parseInt(e.getKey()),
                                Double.parseDouble(e.getValue().asString())));
            }
            for (Map.Entry<String, JsonNode> e : root.get("cosine").properties()) {
                String[] parts = e.getKey().replaceAll("[a-z=]", "").split(",");
                references.add(
                        new Reference(
                                e.getKey(),
                                new CosineScores(Integer.parseInt(parts[0])),
                                Integer.parseInt(parts[1]),
                                Double.parseDouble(e.getValue().asString())));
            }
        }
        return references;
    }

    @Test
    void thereAreReferences() throws IOException {
        assertThat(references()).hasSize(27);
    }

    @ParameterizedTest
    @MethodSource("references")
    void optimumIsTheReference(Reference reference) {
        assertThat(new MeanField(reference.scores(), reference.n()).optimum())
                .isCloseTo(reference.optimum(), withinPercentage(1e-8));
    }

    @ParameterizedTest
    @EnumSource(ScoreDistribution.class)
    void optimumIsTheLargestOfTheCurveAndTheEndItsZero(ScoreDistribution distribution) {
        for (int n : new int[] {2, 3, 40, 1024, 20_000, 1_000_000}) {
            for (int d : new int[] {3, 4, 128, 4096}) {
                MeanField field = new MeanField(distribution.scores(d), n);
                double end = field.end();
                double top = field.gradient(field.optimum());
                assertThat(field.optimum()).isBetween(0.0, end);
                assertThat(field.renyi2(end)).isCloseTo(0, within(1e-9));
                for (double part = 0.01; part < 1; part += 0.01) {
                    assertThat(field.gradient(part * end))
                            .as("%s, n = %d, d = %d, part %s", distribution, n, d, part)
                            .isLessThanOrEqualTo(top * (1 + 1e-12));
                }
            }
        }
    }

    @Test
    void normalOptimumSolvesItsEquation() {
        for (int n : new int[] {2, 10, 1024, 1_000_000}) {
            double a = new MeanField(new NormalScores(), n).optimum();
            assertThat(Math.exp(a * a) * (1 + 2 * a * a)).isCloseTo(n, withinPercentage(1e-11));
        }
    }

    @Test
    void warmStartsDoNotMatter() {
        OptimumSweep sweep = OptimumSweep.of(new CosineScores(128), 40, 500);
        for (int i = 0; i < 500; i += 37) {
            assertThat(sweep.optimum()[i])
                    .isCloseTo(
                            new MeanField(new CosineScores(128), sweep.n()[i]).optimum(),
                            withinPercentage(1e-10));
        }
    }

    @ParameterizedTest
    @EnumSource(ScoreDistribution.class)
    void momentsAreThoseOfTheDensity(ScoreDistribution distribution) {
        GaussLegendre rule = new GaussLegendre(24);
        Scores scores = distribution.scores(5);
        double reach = scores.reach() * (Double.isFinite(scores.momentLimit()) ? 4 : 1);
        double unit = 1 / scores.deviation();
        assertThat(adaptive(rule, scores, 0, 0, reach)).isCloseTo(1, within(1e-11));
        assertThat(adaptive(rule, scores, 0, 2, reach) * unit * unit).isCloseTo(1, within(1e-10));
        for (double alpha : new double[] {0.1, 0.5, 1.2}) {
            double moment = adaptive(rule, scores, alpha, 0, reach);
            Cumulants tilted = scores.tilted(alpha);
            assertThat(scores.logMoment(alpha)).isCloseTo(Math.log(moment), within(1e-10));
            double mean = adaptive(rule, scores, alpha, 1, reach) / moment;
            assertThat(tilted.slope() + scores.edge()).isCloseTo(mean, within(1e-9));
            double square = adaptive(rule, scores, alpha, 2, reach) / moment;
            assertThat(tilted.curvature()).isCloseTo(square - mean * mean, within(1e-8));
        }
        double x = 0.7 * scores.deviation();
        assertThat(scores.upperTail(x))
                .isCloseTo(rule.adaptive(scores::density, x, reach, 40, 1e-13), within(1e-11));
    }

    @Test
    void studentMomentsAreExactFarOut() {
        GaussLegendre rule = new GaussLegendre(24);
        Scores scores = new StudentScores();
        double b = scores.edge();
        for (double alpha : new double[] {0, 1e-3, 3, 17, 18, 100, 5000, 1e6, 1e7}) {
            double window = Math.min(2 * b, alpha == 0 ? 2 * b : 60 / alpha);
            double moment =
                    rule.adaptive(
                            t -> scores.density(b - t) * Math.exp(-alpha * t),
                            0,
                            window,
                            40,
                            1e-15);
            assertThat(scores.tilted(alpha).value())
                    .as("alpha = %s", alpha)
                    .isCloseTo(Math.log(moment), within(1e-12));
        }
    }

    private static double adaptive(
            GaussLegendre rule, Scores scores, double alpha, int power, double reach) {
        double sum = 0;
        for (int side = -1; side <= 1; side += 2) {
            int s = side;
            sum +=
                    rule.adaptive(
                            x ->
                                    scores.density(s * x)
                                            * Math.exp(alpha * s * x)
                                            * Math.pow(s * x, power),
                            0,
                            reach,
                            40,
                            1e-14);
        }
        return sum;
    }

    @ParameterizedTest
    @EnumSource(ScoreDistribution.class)
    void drawsFollowTheDistribution(ScoreDistribution distribution) {
        Scores scores = distribution.scores(5);
        RandomStream random = new SeededStreams(21).stream(0);
        double x = 0.7 * scores.deviation();
        double squares = 0;
        int above = 0;
        for (int i = 0; i < 200_000; i++) {
            double s = scores.draw(random) / scores.deviation();
            squares += s * s;
            above += s * scores.deviation() > x ? 1 : 0;
        }
        assertThat(squares / 200_000).as("seed 21").isCloseTo(1, within(0.03));
        assertThat(above / 200_000.0).as("seed 21").isCloseTo(scores.upperTail(x), within(0.005));
    }
}
