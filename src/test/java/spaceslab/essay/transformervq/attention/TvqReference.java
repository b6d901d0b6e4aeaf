package spaceslab.essay.transformervq.attention;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import spaceslab.numerics.RealMatrix;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** {@code reference/tvq.json}, made by another tool, and its inputs. */
public final class TvqReference {
    public static final JsonNode JSON = read();
    public static final JsonNode INPUTS = JSON.get("inputs");
    public static final int BLOCK = INPUTS.get("block").asInt();

    private TvqReference() {}

    private static JsonNode read() {
        try (InputStream in = TvqReference.class.getResourceAsStream("/reference/tvq.json")) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An input, in double precision. */
    public static RealMatrix input(String name) {
        double[][] rows = rows(INPUTS.get(name));
        return RealMatrix.float64(rows.length, rows[0].length).fill(rows);
    }

    public static double[][] rows(JsonNode node) {
        double[][] rows = new double[node.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = vector(node.get(i));
        }
        return rows;
    }

    public static double[] vector(JsonNode node) {
        double[] values = new double[node.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = node.get(i).asDouble();
        }
        return values;
    }

    /** Row after row. */
    public static double[] flat(JsonNode node) {
        return java.util.Arrays.stream(rows(node))
                .flatMapToDouble(java.util.Arrays::stream)
                .toArray();
    }
}
