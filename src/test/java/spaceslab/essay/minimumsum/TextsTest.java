package spaceslab.essay.minimumsum;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.ParameterSpec;
import spaceslab.experiment.ResultSchema;

class TextsTest {
    private static final String TOPIC = "minimum-sum.";

    private static Properties texts(String language) throws IOException {
        String path = "/vaadin-i18n/translations_" + language + ".properties";
        Properties texts = new Properties();
        try (var in = Objects.requireNonNull(TextsTest.class.getResourceAsStream(path))) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return texts;
    }

    /** Every key that parameters, results and findings ask for. */
    private static Set<String> keys() {
        Set<String> keys = new TreeSet<>(Set.of("title", "name", "hook"));
        MinimumSumTopic topic = new MinimumSumTopic();
        for (Experiment<?> experiment : topic.experiments()) {
            keys.add(experiment.id() + ".name");
            keys.add(experiment.id() + ".hint");
            for (ParameterSpec spec : ParameterSchema.of(experiment.parameters()).specs()) {
                keys.add(experiment.id() + "." + spec.name() + ".label");
                keys.add(experiment.id() + "." + spec.name() + ".help");
                spec.choices().forEach(choice -> keys.add("choice." + choice));
            }
            ResultSchema results = experiment.results();
            results.values().forEach(item -> keys.add("value." + item.name()));
            results.series().forEach(item -> keys.add("series." + item.name()));
            for (ResultSchema.Table table : results.tables()) {
                keys.add(experiment.id() + ".figure." + table.name() + ".title");
                table.columns().forEach(column -> keys.add("column." + column.name()));
            }
        }
        topic.findings()
                .forEach(finding -> {
                    keys.add("finding." + finding.id() + ".claim");
                    keys.add("finding." + finding.id() + ".measured");
                });
        return keys;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh_CN"})
    void noTextIsMissing(String language) throws IOException {
        Properties texts = texts(language);
        assertThat(keys())
                .allSatisfy(key -> assertThat(texts.getProperty(TOPIC + key)).isNotBlank());
    }

    @Test
    void bothLanguagesHaveTheSameKeys() throws IOException {
        assertThat(texts("en").stringPropertyNames())
                .isEqualTo(texts("zh_CN").stringPropertyNames());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void theLongTextsAreThere(String language) throws IOException {
        for (String name : new String[] {"solve", "scan", "essay"}) {
            String path = "/essays/minimum-sum/" + language + "/" + name + ".md";
            try (var in = Objects.requireNonNull(TextsTest.class.getResourceAsStream(path), path)) {
                assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).contains("## ");
            }
        }
    }
}
