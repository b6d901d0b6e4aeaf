package spaceslab.essay.amed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import spaceslab.essay.amed.score.Gaussian;
import spaceslab.essay.amed.score.GaussianMixture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** {@code reference/amed.json}, made by another tool, and the score models it was made with. */
public final class AmedReference {
    public static final JsonNode JSON = read();

    /** μ = (0.3, −0.2), Σ = R(0.6) diag(1, 0.04) R(0.6)ᵀ. */
    public static final Gaussian GAUSSIAN =
            Gaussian.turned(new double[] {0.3, -0.2}, new double[] {1, 0.04}, 0.6);

    /** Eight components on a circle of radius 2, s = 0.3. */
    public static final GaussianMixture RING = GaussianMixture.even(ring(8, 2), 0.3);

    private AmedReference() {}

    private static JsonNode read() {
        try (InputStream in = AmedReference.class.getResourceAsStream("/reference/amed.json")) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static double[] vector(JsonNode node) {
        double[] values = new double[node.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = node.get(i).asDouble();
        }
        return values;
    }

    static double[][] ring(int count, double radius) {
        double[][] means = new double[count][];
        for (int k = 0; k < count; k++) {
            double angle = 2 * Math.PI * k / count;
            means[k] = new double[] {radius * Math.cos(angle), radius * Math.sin(angle)};
        }
        return means;
    }
}
