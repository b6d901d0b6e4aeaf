package spaceslab.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import spaceslab.experiment.Language;
import spaceslab.experiment.RunEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A finished run as a file that comes with the product: the contract's run JSON, gzip, with {@code
 * shipped} {@code {computed, machine}}; notes are keys and arguments without words.
 */
final class ShippedFile {
    /** Where they are among the resources. */
    static final String ROOT = "shipped/";

    static final String SUFFIX = ".json.gz";

    /** No shipped run is larger when unpacked. */
    private static final int LARGEST = 64_000_000;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ShippedFile() {}

    /** The resource of a set-up: a raised version or a changed parameter is another file. */
    static String path(RunSetup<?> setup) {
        return ROOT
                + setup.topic().id()
                + "/"
                + setup.experiment().id()
                + "-"
                + setup.identity().substring(0, 12)
                + SUFFIX;
    }

    /** An empty run of that set-up whose id is the same in every build. */
    static Run run(RunSetup<?> setup) {
        String identity = setup.identity();
        return new Run(identity.substring(0, 24), identity, setup, false);
    }

    /** The file of a finished run that knows its shipment. */
    static byte[] write(Run run) {
        ObjectNode json = RunJson.run(run, false, Language.EN);
        json.remove("seq");
        json.remove("explanation");
        for (JsonNode note : json.path("notes")) {
            ((ObjectNode) note).remove("text");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(MAPPER.writeValueAsBytes(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * The run of a set-up from its file; throws IllegalArgumentException where the file is not of
     * this set-up or cannot be read.
     */
    static Run read(RunSetup<?> setup, InputStream file) {
        Run run = run(setup);
        JsonNode json;
        try (InputStream zip = new GZIPInputStream(file)) {
            json = MAPPER.readTree(zip.readNBytes(LARGEST));
        } catch (IOException | RuntimeException corrupt) {
            throw new IllegalArgumentException("unreadable shipped run " + path(setup), corrupt);
        }
        String identity = json.path("identity").asString("");
        if (!identity.equals(run.identity())
                || !json.path("outcome").asString("").equals("finished")) {
            throw new IllegalArgumentException(
                    "not the finished run of " + setup + ": " + identity);
        }
        for (RunEvent event : ResultEvents.of(json)) {
            if (!setup.experiment().results().declares(event)) {
                throw new IllegalArgumentException("undeclared in shipped run: " + event);
            }
            run.log().append(event);
        }
        JsonNode origin = json.path("shipped");
        Instant computed = Instant.parse(origin.path("computed").asString(""));
        run.shipped(new Shipment(computed, origin.path("machine").asString("")));
        run.ended(json.path("elapsedMillis").asDouble());
        return run;
    }
}
