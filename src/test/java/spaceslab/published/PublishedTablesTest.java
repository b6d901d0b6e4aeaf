package spaceslab.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import spaceslab.experiment.Language;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class PublishedTablesTest {
    private static final Path FOLDER = Path.of("src/main/resources/published");
    private static final Pattern WORD = Pattern.compile("[A-Za-z]{2}");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    static Stream<String> topics() throws Exception {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .map(name -> name.substring(0, name.length() - 5))
                    .filter(name -> !Set.of("zh-CN", "addresses").contains(name))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static JsonNode json(String name) throws Exception {
        return new ObjectMapper().readTree(FOLDER.resolve(name + ".json"));
    }

    /** The marks as they stand in the file, however deep: nothing but the four kinds. */
    @ParameterizedTest
    @MethodSource("topics")
    void everyNumberIsOfAKnownOrigin(String topic) throws Exception {
        JsonNode file = json(topic);
        assertThat(file.get("topic").asString()).isEqualTo(topic);
        assertThat(file.findValuesAsString("mark"))
                .isNotEmpty()
                .allMatch(Set.of("verified", "secondhand", "digitised", "measured")::contains);
        for (JsonNode table : file.get("tables")) {
            assertThat(table.get("source").get("mark").asString()).isNotBlank();
        }
        assertThat(Files.readString(FOLDER.resolve(topic + ".json")))
                .doesNotContainIgnoringCase("unverified");
    }

    @ParameterizedTest
    @ValueSource(strings = {"recalled", "R", "unverified", "", "Verified"})
    void aTableOfAnyOtherOriginIsRefused(String mark) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PublishedTables.parse(table(mark, "1")))
                .withMessageContaining("mark (" + mark + ") of one must be one of verified");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        PublishedTables.parse(
                                table("verified", "{\"value\":1,\"mark\":\"" + mark + "\"}")))
                .withMessageContaining("mark (" + mark + ")");
    }

    private static String table(String mark, String cell) {
        return """
        {"tables": [{"id": "one", "title": {"en": "One", "zh-CN": "一"},
         "source": {"paper": "FSQ", "where": "Table 1", "mark": "%s"},
         "columns": [{"name": "Model"}, {"name": "FID", "unit": "FID", "better": "lower"}],
         "rows": [["VQ", %s]]}]}\
        """
                .formatted(mark, cell);
    }

    @Test
    void cellsKeepTheirDigitsSpreadAndMark() {
        PublishedTable table =
                PublishedTables.parse(
                                table(
                                        "secondhand",
                                        "{\"value\":0.490,\"spread\":0.0037,\"mark\":\"digitised\"}"))
                        .getFirst();
        assertThat(table.rows().getFirst().get(1))
                .isEqualTo(
                        new Cell.Figure(
                                new BigDecimal("0.490"),
                                Optional.of(new BigDecimal("0.0037")),
                                Mark.DIGITISED));
        assertThat(table.marks()).containsExactly(Mark.DIGITISED);
        assertThat(table.columns().get(1).better()).isEqualTo(PublishedTable.Better.LOWER);
        assertThat(table.source().address()).isEqualTo("https://arxiv.org/abs/2309.15505");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PublishedTables.parse(table("verified", "1, 2")))
                .withMessageContaining("3 cells for 2 columns");
    }

    @ParameterizedTest
    @MethodSource("topics")
    void bothLanguagesHaveTheSameNumbersAndAllTheirTexts(String topic) {
        List<PublishedTable> english = PublishedTables.of(topic, Language.EN);
        List<PublishedTable> chinese = PublishedTables.of(topic, Language.ZH_CN);
        assertThat(english).isNotEmpty().hasSameSizeAs(chinese);
        for (int i = 0; i < english.size(); i++) {
            PublishedTable table = english.get(i);
            assertThat(HAN.matcher(chinese.get(i).title()).find()).as(table.id()).isTrue();
            assertThat(HAN.matcher(table.title() + table.note()).find()).as(table.id()).isFalse();
            assertThat(HAN.matcher(chinese.get(i).note()).find())
                    .as(table.id())
                    .isEqualTo(!table.note().isEmpty());
            assertThat(figures(table)).isEqualTo(figures(chinese.get(i)));
            assertThat(table.source().address()).startsWith("https://");
            assertThat(texts(table).filter(t -> WORD.matcher(t).find()))
                    .as(table.id())
                    .isSubsetOf(PublishedTables.worded());
        }
    }

    @Test
    void noWordingIsLeftOver() throws Exception {
        Set<String> used = new HashSet<>();
        for (String topic : topics().toList()) {
            PublishedTables.of(topic, Language.EN).forEach(t -> texts(t).forEach(used::add));
        }
        assertThat(used).containsAll(PublishedTables.worded());
        json("zh-CN")
                .get("texts")
                .properties()
                .forEach(e -> assertThat(e.getValue().asString()).isNotEqualTo(e.getKey()));
    }

    @Test
    void aTopicWithoutFileHasNoTables() {
        assertThat(PublishedTables.of("minimum-sum", Language.EN)).isEmpty();
    }

    private static List<Cell> figures(PublishedTable table) {
        return table.rows().stream()
                .flatMap(List::stream)
                .filter(cell -> !(cell instanceof Cell.Words))
                .toList();
    }

    private static Stream<String> texts(PublishedTable table) {
        return Stream.of(
                        Stream.of(table.source().paper(), table.source().place()),
                        table.columns().stream().flatMap(c -> Stream.of(c.name(), c.unit())),
                        table.rows().stream()
                                .flatMap(List::stream)
                                .filter(Cell.Words.class::isInstance)
                                .map(cell -> ((Cell.Words) cell).text()))
                .flatMap(s -> s);
    }
}
