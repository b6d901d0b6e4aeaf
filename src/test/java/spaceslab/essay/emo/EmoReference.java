package spaceslab.essay.emo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import spaceslab.essay.emo.loss.Loss;
import spaceslab.essay.emo.transport.Costs;
import spaceslab.numerics.quantisation.Reference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** {@code reference/emo.json}, made by another tool. */
public final class EmoReference {
    public static final JsonNode JSON = read("emo");
    public static final Costs COSTS = Costs.cosine(Reference.matrix(JSON.get("E")));
    public static final double[] P = Reference.vector(JSON.get("p"));
    public static final double[] LOGITS = Reference.vector(JSON.get("logits"));
    public static final Loss.Settings SETTINGS = new Loss.Settings(1, 0.1, 0.2, 0.5, 0.1);

    private EmoReference() {}

    public static JsonNode read(String file) {
        String name = "/reference/" + file + ".json";
        try (InputStream in = EmoReference.class.getResourceAsStream(name)) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
