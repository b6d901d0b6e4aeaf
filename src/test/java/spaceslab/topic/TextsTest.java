package spaceslab.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.Finding;
import spaceslab.experiment.Language;
import spaceslab.experiment.Texts;
import spaceslab.experiment.Topic;

/** Nothing that a visitor reads is missing, empty or untranslated. */
class TextsTest {
    /** Names and symbols are the same in both languages and need no Chinese word beside them. */
    private static final Pattern NAMES =
            Pattern.compile(
                    "API|curl|scale|Scale|CSV|PNG|SVG|JSON|SHA|ms|GRU|LSTM|RNN|VQ|FSQ|AMED|EMO|Adam|Softmax|softmax"
                            + "|Rényi|Shannon|Student|Laplace|logits|log|sqrt|Newton|Halley|Spaces Lab|kexue.fm"
                            + "|Transformer|quasi|DEER|ELK|BPTT|float32|float64|tanh|diag"
                            + "|token|Key|Query|Value|epoch|\\bnat\\b|NFE|FID|k-means|ListOps|Pathfinder"
                            + "|Plugin|Oracle|sigmoid|MLE|MixCE|TaiLr|\\bsg\\b|\\bKL\\b|\\bkB\\b|dL/d[KSV]"
                            + "|Euler|DDIM|Heun|DPM-Solver|iPNDM|DEIS|AB3|UniPC"
                            + "|CIFAR|ImageNet|FFHQ|LSUN Bedroom|ReRoPE|RetNet");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)[^}]*}");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern WORD = Pattern.compile("[A-Za-z]{2,}");

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(Texts.keys(Language.ZH_CN)).isEqualTo(Texts.keys(Language.EN));
    }

    @Test
    void noTextIsEmptyOrItsOwnKey() {
        for (Language language : Language.values()) {
            for (String key : Texts.keys(language)) {
                assertThat(Texts.text(language, key)).as(key).isNotBlank().isNotEqualTo(key);
            }
        }
    }

    @Test
    void placeholdersAreTheSameInBothLanguagesAndWellFormed() {
        for (String key : Texts.keys(Language.EN)) {
            Set<String> english = placeholders(Texts.text(Language.EN, key));
            assertThat(placeholders(Texts.text(Language.ZH_CN, key))).as(key).isEqualTo(english);
            if (!english.isEmpty()) {
                for (Language language : Language.values()) {
                    assertThat(new MessageFormat(Texts.text(language, key)).getFormats())
                            .as(key)
                            .isNotEmpty();
                }
            }
        }
    }

    /** Both files are merged line by line, so that a text changed twice could stand twice. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "zh_CN"})
    void noKeyStandsTwice(String language) throws IOException {
        String file = "/vaadin-i18n/translations_" + language + ".properties";
        try (InputStream in = TextsTest.class.getResourceAsStream(file)) {
            assertThat(in).as(file).isNotNull();
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines())
                    .filteredOn(line -> line.contains("="))
                    .extracting(line -> line.substring(0, line.indexOf('=')))
                    .doesNotHaveDuplicates();
        }
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void noApostropheSwallowsAPlaceholder() {
        for (Language language : Language.values()) {
            for (String key : Texts.keys(language)) {
                String text = Texts.text(language, key);
                int arguments = placeholders(text).size();
                if (arguments > 0) {
                    Object[] marks =
                            Stream.iterate(0, i -> i + 1)
                                    .limit(10)
                                    .map(i -> "«" + i + "»")
                                    .toArray();
                    String worded = Texts.text(language, key, marks);
                    for (String placeholder : placeholders(text)) {
                        assertThat(worded)
                                .as("%s in %s", key, language)
                                .contains("«" + placeholder + "»");
                    }
                }
            }
        }
    }

    @Test
    void chineseTextsAreChinese() {
        List<String> untranslated = new ArrayList<>();
        for (String key : Texts.keys(Language.ZH_CN)) {
            String text = Texts.text(Language.ZH_CN, key);
            String words =
                    NAMES.matcher(text).replaceAll("").replaceAll("\\{[^}]*}|\\$[^$]*\\$", "");
            if (!HAN.matcher(text).find() && WORD.matcher(words).find()) {
                untranslated.add(key + "=" + text);
            }
        }
        assertThat(untranslated).isEmpty();
    }

    @Test
    void englishTextsAreEnglish() {
        for (String key : Texts.keys(Language.EN)) {
            String text = Texts.text(Language.EN, key).replace("科学空间", "").replace("中文", "");
            assertThat(HAN.matcher(text).results().map(MatchResult::group).toList())
                    .as("%s=%s", key, text)
                    .isEmpty();
        }
    }

    private static Stream<DynamicTest> eachTopic(java.util.function.Consumer<Topic> check) {
        return Topics.all().stream()
                .map(topic -> DynamicTest.dynamicTest(topic.id(), () -> check.accept(topic)));
    }

    private static void assertWorded(Set<String> keys) {
        for (Language language : Language.values()) {
            Set<String> missing = new TreeSet<>(keys);
            missing.removeAll(Texts.keys(language));
            assertThat(missing).as("texts missing in %s", language.tag()).isEmpty();
        }
    }

    @TestFactory
    Stream<DynamicTest> everythingDeclaredIsWorded() {
        return eachTopic(topic -> assertWorded(TextKeys.of(topic)));
    }

    @TestFactory
    Stream<DynamicTest> everyPhaseAndNoteOfAFindingsRunIsWorded() {
        return eachTopic(topic -> {
            for (Finding<?> finding : topic.findings()) {
                if (finding.quick()) {
                    assertWorded(TextKeys.of(topic, QuickRuns.result(finding)));
                    assertWorded(TextKeys.of(topic, QuickRuns.samples(finding)));
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> everyMeasuredTextUsesFiguresThatAreMeasured() {
        return eachTopic(topic -> {
            for (Finding<?> finding : topic.findings()) {
                if (finding.quick()) {
                    String key = topic.id() + ".finding." + finding.id() + ".measured";
                    int figures = QuickRuns.samples(finding).getFirst().figures().size();
                    assertThat(placeholders(Texts.text(Language.EN, key)))
                            .as(key)
                            .allMatch(p -> Integer.parseInt(p) < figures);
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> longTextsExistInBothLanguages() {
        return eachTopic(topic -> {
            for (Language language : Language.values()) {
                String folder = "/essays/" + topic.id() + "/" + language.tag() + "/";
                Stream.concat(topic.experiments().stream().map(Experiment::id), Stream.of("essay"))
                        .forEach(name -> assertLong(folder + name + ".md", language));
            }
        });
    }

    private static void assertLong(String resource, Language language) {
        try (InputStream in = TextsTest.class.getResourceAsStream(resource)) {
            assertThat(in).as(resource).isNotNull();
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text).as(resource).hasSizeGreaterThan(100);
            assertThat(HAN.matcher(text).results().count() > text.length() / 10)
                    .as("%s is in %s", resource, language.tag())
                    .isEqualTo(language == Language.ZH_CN);
            assertThat(text.split("\\$\\$", -1).length % 2)
                    .as("pairs of $$ in %s", resource)
                    .isOne();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
