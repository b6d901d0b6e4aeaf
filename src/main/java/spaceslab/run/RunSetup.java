package spaceslab.run;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.Topic;

/** What is to be computed. */
public record RunSetup<P extends Record>(Topic topic, Experiment<P> experiment, P parameters) {
    /** Raised when the same parameters may give other bytes than before. */
    public static final int ENGINE_VERSION = 1;

    /** The declared parameters of the experiment. */
    public ParameterSchema<P> schema() {
        return ParameterSchema.of(experiment.parameters());
    }

    /** Every parameter's canonical text. */
    public Map<String, String> canonical() {
        return schema().canonical(parameters);
    }

    /** Whether it is answered while a slider moves. */
    public boolean live() {
        return experiment.mode(parameters) == Experiment.Mode.LIVE;
    }

    /** SHA-256 (hex) of topic, experiment, versions and canonical parameters. */
    public String identity() {
        String text =
                canonical().entrySet().stream()
                        .map(e -> e.getKey() + "=" + e.getValue())
                        .collect(
                                Collectors.joining(
                                        "\n",
                                        topic.id()
                                                + "/"
                                                + experiment.id()
                                                + "\n"
                                                + experiment.schemaVersion()
                                                + "."
                                                + ENGINE_VERSION
                                                + "\n",
                                        ""));
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
