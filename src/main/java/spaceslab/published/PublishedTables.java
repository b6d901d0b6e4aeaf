package spaceslab.published;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import spaceslab.experiment.Language;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published tables of each topic, read once a language. */
public final class PublishedTables {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
    private static final Map<String, List<PublishedTable>> READ = new ConcurrentHashMap<>();

    private PublishedTables() {}

    /** The tables of a topic in a language; none where there is no file for it. */
    public static List<PublishedTable> of(String topic, Language language) {
        return READ.computeIfAbsent(
                topic + " " + language.tag(),
                key -> file(topic).map(json -> reader(language).tables(json)).orElse(List.of()));
    }

    /** The table of that id in English, for computations over published numbers. */
    public static PublishedTable table(String topic, String id) {
        return of(topic, Language.EN).stream()
                .filter(table -> table.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no table " + id + " of " + topic));
    }

    /** Reads a file's content, for the tests that show what is refused. */
    static List<PublishedTable> parse(String json) {
        return reader(Language.EN).tables(JSON.readTree(json));
    }

    private static TableReader reader(Language language) {
        JsonNode addresses = file("addresses").orElseThrow();
        return new TableReader(
                language,
                text -> language == Language.EN ? text : chinese(text),
                (table, paper) ->
                        Optional.ofNullable(addresses.get(table))
                                .orElseGet(() -> addresses.required(paper))
                                .asString());
    }

    private static String chinese(String text) {
        return Chinese.TEXTS.getOrDefault(text, text);
    }

    /** Texts with a Chinese form, and names that are the same in both languages. */
    static Set<String> worded() {
        Set<String> worded = new HashSet<>(Chinese.TEXTS.keySet());
        worded.addAll(Chinese.NAMES);
        return worded;
    }

    private static Optional<JsonNode> file(String name) {
        try (InputStream in =
                PublishedTables.class.getResourceAsStream("/published/" + name + ".json")) {
            return in == null ? Optional.empty() : Optional.of(JSON.readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Chinese {
        private static final Map<String, String> TEXTS = new LinkedHashMap<>();
        private static final Set<String> NAMES = new HashSet<>();

        static {
            JsonNode file = file("zh-CN").orElseThrow();
            file.required("texts")
                    .properties()
                    .forEach(e -> TEXTS.put(e.getKey(), e.getValue().asString()));
            file.required("names").forEach(name -> NAMES.add(name.asString()));
        }
    }
}
