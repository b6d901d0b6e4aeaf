package spaceslab.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.Language;
import spaceslab.experiment.Texts;
import spaceslab.experiment.Topic;

/**
 * One word for one thing: words that the site has settled against do not come back, neither in the
 * short texts nor in the long ones. A pattern names the contexts in which its word means another
 * thing and is allowed.
 */
class VocabularyTest {
    private static final Map<String, Pattern> ENGLISH =
            banned(
                    "reference line",
                            "\\b[Rr]ules?( mark|:)|\\b[Tt]he (upper |lower |lowest )?rules? (is|are|at|in the chart)\\b"
                                    + "|\\b(as rules|horizontal rules?|[Bb]elow the rule)\\b",
                    "variant", "\\b[Aa]rms?\\b",
                    "image", "\\b[Pp]ictures?\\b",
                    "intermediate time", "\\bmiddles\\b",
                    "time steps", "\\b[Ss]tamps?\\b",
                    "learning rate", "\\brates? of learning\\b|\\b[Ss]tep size",
                    "bits per byte", "\\b[Bb]its? (a|of a) (held-out )?(byte|image)\\b",
                    "per", "\\b(a step|a token|a round) (costs|takes)\\b",
                    "sampled or plotted", "\\bdrawn\\b|\\bdraws\\b",
                    "dead-code threshold", "\\bDead below\\b",
                    "accuracy", "\\b[Rr]ight \\(|\\b[Ss]hare of right\\b",
                    "test loss", "\\b[Ll]oss of true texts\\b",
                    "groups of three digits", "(?<![\\d.,])\\d{1,3}[ ,]\\d{3}(?![\\d,.]\\d|\\d)");

    private static final Map<String, Pattern> CHINESE =
            banned(
                    "token", "词元|记号|(?<!运算)符号|\\bToken\\b",
                    "码字", "编码(?!器|为|再解码|代价|（BPE）|得到的)(?<!位置编码|熵编码|自编码|频率编码|频数编码)",
                    "死码", "坏死",
                    "随机猜测", "瞎猜|乱猜",
                    "全注意力", "完整注意力",
                    "Scale", "(?<![A-Za-z-])scale(?![A-Za-z-])",
                    "维度", "维数",
                    "隐藏层", "隐层",
                    "NFE=5", "NFE \\d|次计算时|计算次数",
                    "15%", "[\\d}] [%％]",
                    "你", "您",
                    "中心词", "中位词",
                    "Oracle", "神谕",
                    "时间步方案", "时间表",
                    "预测", "预言",
                    "迭代", "轮数|每轮|一轮|[\\d}] 轮",
                    "k-means", "k 均值",
                    "原文", "(?<!”)文章(的|问|最后|之外|上界)",
                    "千分位",
                            "(?<![\\d.,])\\d{1,3}[ ,]\\d{3}(?![\\d,.]\\d|\\d)|(?<![\\d.,\\w])\\d{5,}(?!\\d)");

    /** Code, addresses and links are not prose. */
    private static final Pattern NOT_PROSE =
            Pattern.compile(
                    "`[^`]*`|\\{[A-Za-z ]+}|\\(https?://[^)]*\\)|arXiv[: ]?\\S+|\\$\\$.*?\\$\\$|\\$[^$]*\\$",
                    Pattern.DOTALL);

    private static final Pattern FORMULA =
            Pattern.compile("\\$\\$.*?\\$\\$|\\$[^$]+\\$", Pattern.DOTALL);
    private static final Pattern WORDS_IN_FORMULA = Pattern.compile("\\\\text\\{[^}]*}");
    private static final Pattern FULL_WIDTH = Pattern.compile("[，。；：（）、！？]");

    /** How a visitor may type a number, or a list of numbers, is an example and not a number. */
    private static final List<String> EXAMPLES =
            List.of("violation.natural", "minimum-sum.solve.n.help", "fsq.quantiser.levels.help");

    private static Map<String, Pattern> banned(String... insteadAndWord) {
        Map<String, Pattern> banned = new LinkedHashMap<>();
        for (int i = 0; i < insteadAndWord.length; i += 2) {
            banned.put(insteadAndWord[i], Pattern.compile(insteadAndWord[i + 1]));
        }
        return banned;
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void oneWordForOneThing(Language language) {
        Map<String, Pattern> banned = language == Language.EN ? ENGLISH : CHINESE;
        List<String> found = new ArrayList<>();
        prose(language)
                .forEach((where, text) -> {
                    String words = NOT_PROSE.matcher(text).replaceAll("");
                    banned.forEach((instead, word) ->
                            word.matcher(words)
                                    .results()
                                    .forEach(hit ->
                                            found.add(
                                                    "%s: “%s”, say “%s”: %s"
                                                            .formatted(
                                                                    where,
                                                                    hit.group(),
                                                                    instead,
                                                                    around(
                                                                            words,
                                                                            hit.start(),
                                                                            hit.end())))));
                });
        assertThat(found).isEmpty();
    }

    private static String around(String text, int start, int end) {
        return text.substring(Math.max(0, start - 20), Math.min(text.length(), end + 20));
    }

    @ParameterizedTest
    @CsvSource({
        "EN, reference line, The rule is α*., true",
        "EN, reference line, the midpoint rule, false",
        "EN, groups of three digits, 'at most 65,536 codes', true",
        "EN, groups of three digits, 'levels 8,8,8', false",
        "ZH_CN, 码字, 编码数为 64, true",
        "ZH_CN, 码字, 编码器与位置编码, false",
        "ZH_CN, 15%, 占 15 %, true",
        "ZH_CN, 千分位, 共 65536 个, true",
    })
    void aBannedWordIsFoundAndItsOtherMeaningIsNot(
            Language language, String instead, String text, boolean found) {
        Map<String, Pattern> banned = language == Language.EN ? ENGLISH : CHINESE;
        assertThat(Objects.requireNonNull(banned.get(instead)).matcher(text).find())
                .isEqualTo(found);
    }

    @Test
    void noTextIsAFragmentThatBeginsWithOf() {
        assertThat(Texts.keys(Language.EN))
                .allSatisfy(key ->
                        assertThat(Texts.text(Language.EN, key)).as(key).doesNotStartWith("Of "));
    }

    @Test
    void formulasHaveNoFullWidthPunctuation() {
        List<String> found = new ArrayList<>();
        longTexts(Language.ZH_CN)
                .forEach((where, text) ->
                        FORMULA.matcher(text)
                                .results()
                                .map(hit -> WORDS_IN_FORMULA.matcher(hit.group()).replaceAll(""))
                                .filter(formula -> FULL_WIDTH.matcher(formula).find())
                                .forEach(formula -> found.add(where + ": " + formula)));
        assertThat(found).isEmpty();
    }

    /** All short and long texts of a language by key or file. */
    private static Map<String, String> prose(Language language) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String key : Texts.keys(language)) {
            if (!EXAMPLES.contains(key)) {
                all.put(key, Texts.text(language, key));
            }
        }
        all.putAll(longTexts(language));
        return all;
    }

    private static Map<String, String> longTexts(Language language) {
        Map<String, String> all = new LinkedHashMap<>();
        for (Topic topic : Topics.all()) {
            Stream.concat(topic.experiments().stream().map(Experiment::id), Stream.of("essay"))
                    .map(name -> "/essays/%s/%s/%s.md".formatted(topic.id(), language.tag(), name))
                    .forEach(file -> all.put(file, read(file)));
        }
        return all;
    }

    private static String read(String resource) {
        try (InputStream in = VocabularyTest.class.getResourceAsStream(resource)) {
            assertThat(in).as(resource).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
