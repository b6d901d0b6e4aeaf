package spaceslab.numerics.quantisation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** {@code reference/fsq.json}, made by another tool. */
public final class Reference {
    public static final JsonNode FSQ = read();

    private Reference() {}

    private static JsonNode read() {
        try (InputStream in = Reference.class.getResourceAsStream("/reference/fsq.json")) {
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

    public static double[][] matrix(JsonNode node) {
        double[][] rows = new double[node.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = vector(node.get(i));
        }
        return rows;
    }

    public static int[] integers(JsonNode node) {
        int[] values = new int[node.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = node.get(i).asInt();
        }
        return values;
    }

    public static List<Integer> list(JsonNode node) {
        List<Integer> values = new ArrayList<>();
        node.forEach(n -> values.add(n.asInt()));
        return values;
    }
}
