package spaceslab.base.ui;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import spaceslab.experiment.ParameterSchema;
import spaceslab.run.RunSetup;

/**
 * The query part of a page's address: parameters that differ from their default, and the page's own
 * options.
 *
 * @param parameters texts by parameter, still to be validated
 * @param version the schema version that the link was made for, 0 if it does not say
 * @param run whether a queued run starts at once
 * @param embedded whether the shell is hidden
 * @param hidden parameters whose control is hidden
 */
record Link(
        Map<String, List<String>> parameters,
        int version,
        boolean run,
        boolean embedded,
        Set<String> hidden) {
    private static final Set<String> OPTIONS = Set.of("v", "run", "embed", "hide", "lang", "theme");

    /** Other sites' tracking keys are no business of ours and no reason to bother a visitor. */
    private static final String FOREIGN = "utm_.*|fbclid|gclid|spm|from_source";

    static Link of(Map<String, List<String>> query) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        query.forEach((key, values) -> {
            if (!OPTIONS.contains(key) && !key.matches(FOREIGN) && parameters.size() < 64) {
                parameters.put(key, values);
            }
        });
        String version = first(query, "v");
        return new Link(
                parameters,
                version.matches("\\d{1,4}") ? Integer.parseInt(version) : 0,
                first(query, "run").equals("1"),
                first(query, "embed").equals("1"),
                Arrays.stream(first(query, "hide").split(","))
                        .filter(name -> !name.isBlank())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static String first(Map<String, List<String>> query, String key) {
        List<String> values = query.getOrDefault(key, List.of());
        return values.isEmpty() ? "" : values.getFirst();
    }

    /** The address of a set-up without this link's options: {@code topic/experiment?a=1&v=1}. */
    static <P extends Record> String to(RunSetup<P> setup) {
        ParameterSchema<P> schema = setup.schema();
        return new Link(Map.of(), 0, false, false, Set.of())
                .address(
                        setup.topic().id() + "/" + setup.experiment().id(),
                        schema.differing(setup.parameters()),
                        setup.experiment().schemaVersion());
    }

    /** The address that keeps this link's embed and hide options with other parameters. */
    String address(String path, Map<String, String> differing, int schemaVersion) {
        List<String> query = new ArrayList<>();
        differing.forEach((name, text) -> query.add(name + "=" + encoded(text)));
        if (!query.isEmpty()) {
            query.add("v=" + schemaVersion);
        }
        if (embedded) {
            query.add("embed=1");
        }
        if (!hidden.isEmpty()) {
            query.add("hide=" + encoded(String.join(",", hidden.stream().sorted().toList())));
        }
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%2C", ",");
    }
}
