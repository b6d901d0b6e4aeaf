package spaceslab.essay.pretraining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import spaceslab.essay.pretraining.task.Pathfinder;
import spaceslab.essay.pretraining.task.PathfinderPicture;
import spaceslab.experiment.InvalidParameters;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.ResultRecorder;
import spaceslab.experiment.RunEvent;
import spaceslab.experiment.RunResult;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.SeededStreams;
import spaceslab.published.Mark;

class TaskExperimentsTest {
    private static RunResult listops(String... texts) {
        return ResultRecorder.run(
                new ListopsExperiment(),
                ParameterSchema.of(ListopsParameters.class).strict(map(texts)));
    }

    private static RunResult pathfinder(String... texts) {
        return ResultRecorder.run(
                new PathfinderExperiment(),
                ParameterSchema.of(PathfinderParameters.class).strict(map(texts)));
    }

    private static Map<String, String> map(String... texts) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < texts.length; i += 2) {
            map.put(texts[i], texts[i + 1]);
        }
        return map;
    }

    @Test
    void publishedScoresAreThoseOfTheTablesAndReadAtTheirSource() {
        assertThat(PublishedScore.values())
                .allMatch(score -> score.figure().mark() == Mark.VERIFIED)
                .extracting(PublishedScore::percent)
                .containsExactly(15.82, 36.37, 59.5);
    }

    @Test
    void theTreeHasTheTokensOfItsRootAndTheBarsEndAtAll() {
        RunResult run = listops("shown", "7", "samples", "300");
        List<List<Object>> rows = run.table("expression");
        int digits =
                rows.stream()
                        .filter(row -> row.get(2).equals(""))
                        .mapToInt(row -> ((Number) row.get(3)).intValue())
                        .sum();
        int operators = (int) rows.stream().filter(row -> !row.get(2).equals("")).count();
        assertThat(digits + 2 * operators).isEqualTo((int) run.number("shownLength"));
        assertThat(rows.getFirst().get(2)).isEqualTo(run.value("shownValue"));
        double[] read = run.series("read").y();
        assertThat(read).hasSize(10);
        assertThat(read[9]).isEqualTo(100);
    }

    /** The counted shares scatter around the exact ones, which no seed changes. */
    @Test
    void exactBaselinesDoNotDependOnTheSeed() {
        RunResult one = listops("samples", "1000", "seed", "1");
        RunResult other = listops("samples", "1000", "seed", "2");
        for (String baseline : List.of("exactMajority", "exactRootOperator")) {
            assertThat(one.number(baseline)).isEqualTo(other.number(baseline));
        }
        assertThat(one.number("majority")).isCloseTo(one.number("exactMajority"), within(5.0));
        assertThat(one.number("rootOperator"))
                .isCloseTo(one.number("exactRootOperator"), within(6.0));
        double sum = java.util.Arrays.stream(one.series("exact").y()).sum();
        assertThat(sum).isCloseTo(100, within(1e-9));
    }

    @Test
    void whatACoinGivesIsTwoStandardErrors() {
        assertThat(pathfinder("pictures", "100").number("coinWithin")).isEqualTo(10);
        assertThat(pathfinder("pictures", "4").number("coinWithin")).isEqualTo(50);
    }

    @Test
    void aNumberThatIsTheLabelIsAlwaysRightAndAConstantOneNeverMoreThanTheLargerHalf() {
        List<PathfinderPicture> pictures = new ArrayList<>();
        Pathfinder task = ParameterSchema.of(PathfinderParameters.class).strict(Map.of()).task();
        for (int i = 0; i < 41; i++) {
            pictures.add(
                    task.draw(new SeededStreams(7).stream(i), 20_000, StopSignal.never())
                            .orElseThrow());
        }
        assertThat(Threshold.accuracy(pictures, PathfinderPicture::label)).isEqualTo(100);
        assertThat(Threshold.accuracy(pictures, picture -> -picture.label())).isEqualTo(100);
        assertThat(Threshold.accuracy(pictures, picture -> 1)).isBetween(30.0, 70.0);
        assertThat(Threshold.accuracy(pictures.subList(0, 3), PathfinderPicture::label))
                .isEqualTo(50);
    }

    @ParameterizedTest
    @CsvSource({
        "maxDepth,2,maxArguments,2,minLength,4,minLength (4),0 … 3",
        "minLength,1500,maxLength,1400,maxDepth,10,minLength (1500),0 … 1398",
        "shown,3001,samples,3000,maxDepth,10,shown (3001),1 … 3000",
        "maxDepth,7,minLength,500,samples,10000,samples (10000),100 … "
    })
    void lengthsThatNoTreeReachesAndCountsThatTakeTooLongAreRefused(
            String a,
            String valueA,
            String b,
            String valueB,
            String c,
            String valueC,
            String named,
            String allowed) {
        assertThatThrownBy(() -> listops(a, valueA, b, valueB, c, valueC))
                .isInstanceOf(InvalidParameters.class)
                .hasMessageContaining(named)
                .hasMessageContaining(allowed);
    }

    @Test
    void aWindowThatIsRareSaysHowRare() {
        assertThatThrownBy(() -> listops("maxDepth", "4", "minLength", "700"))
                .isInstanceOfSatisfying(
                        InvalidParameters.class,
                        e -> {
                            assertThat(e.violations().getFirst().key()).isEqualTo("rare");
                            assertThat((double) e.violations().getFirst().arguments().getFirst())
                                    .isBetween(0.0, 1e-4);
                        });
    }

    @Test
    void neighboursBelowAreAWidthAway() {
        RunResult run = pathfinder("pictures", "4", "row", "0", "column", "5");
        assertThat(run.table("neighbourhood"))
                .containsExactly(
                        List.of("left", 1, 1), List.of("right", 1, 1), List.of("below", 1, 32));
        assertThat(run.series("raster").x()).hasSize(1024);
        double steps = 0;
        for (double share : run.series("steps").y()) {
            steps += share;
        }
        assertThat(steps).isCloseTo(100, within(1e-9));
        RunEvent.Images images = Objects.requireNonNull(run.images().get("pictures"));
        assertThat(images.count()).isEqualTo(2);
        byte[] data = images.data();
        for (int p = 0; p < 1024; p++) {
            assertThat((data[3 * p] & 0xff) / 255.0)
                    .isCloseTo(run.series("raster").y()[p], within(0.002));
        }
    }

    @Test
    void contoursThatFindNoWayEndTheDrawingWithASentence() {
        RunResult run = pathfinder("contour", "16", "continuity", "2", "pictures", "1");
        assertThat(run.notes()).extracting(RunEvent.Note::key).containsExactly("noWay");
        assertThat(run.images()).isEmpty();
    }

    @Test
    void pixelsOffThePictureAndContoursTooLongForItAreRefused() {
        assertThatThrownBy(() -> pathfinder("row", "32"))
                .hasMessageContaining("row (32)")
                .hasMessageContaining("0 … 31");
        assertThatThrownBy(() -> pathfinder("size", "sixteen", "row", "3", "column", "3"))
                .hasMessageContaining("contour (14)")
                .hasMessageContaining("2 … 5");
    }
}
