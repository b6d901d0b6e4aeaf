package spaceslab.essay.minimumsum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.ResultRecorder;
import spaceslab.experiment.RunResult;
import spaceslab.experiment.StopSignal;

class ExperimentsTest {
    private final SolveExperiment solve = new SolveExperiment();
    private final ScanExperiment scan = new ScanExperiment();

    private RunResult solve(String n) {
        return ResultRecorder.run(
                solve, ParameterSchema.of(SolveParameters.class).strict(Map.of("n", n)));
    }

    private RunResult scan(Map<String, String> texts) {
        return ResultRecorder.run(scan, ParameterSchema.of(ScanParameters.class).strict(texts));
    }

    @Test
    void the130OfTheEssayIsSolvedAndDrawn() {
        RunResult run = solve("130");
        assertThat(run.value("S")).isEqualTo(BigInteger.valueOf(23));
        assertThat(run.value("provenLowerBound")).isEqualTo(BigInteger.valueOf(23));
        assertThat(run.table("optima"))
                .containsExactly(
                        List.of(
                                BigInteger.valueOf(10),
                                BigInteger.valueOf(13),
                                BigInteger.ZERO,
                                BigInteger.valueOf(23)));
        assertThat(run.table("algorithms").getFirst().subList(0, 7))
                .containsExactly(
                        "guess",
                        BigInteger.valueOf(31),
                        BigInteger.valueOf(11),
                        BigInteger.valueOf(11),
                        BigInteger.valueOf(9),
                        "no",
                        2L);
        RunResult.Series teeth = run.series("sawtooth");
        RunResult.Series lower = run.series("lowerEnvelope");
        RunResult.Series upper = run.series("upperEnvelope");
        for (int i = 0; i < teeth.x().length; i++) {
            assertThat(teeth.y()[i]).isBetween(lower.y()[i] - 1e-9, upper.y()[i] + 1e-9);
            double a = teeth.x()[i];
            assertThat(lower.y()[i]).isCloseTo(a + 130 / a, within(1e-9));
            assertThat(upper.y()[i]).isCloseTo(2 * a + 130 / a - 1, within(1e-9));
        }
        assertThat(run.number("optimumS")).isEqualTo(23);
    }

    @Test
    void everySizeOfNumberGivesACompleteRun() {
        for (String n :
                List.of("0", "1", "5", "144", "1e6", "160001", "1e12", "1e24+7", "2^127-1")) {
            RunResult run = solve(n);
            assertThat(run.value("S")).as(n).isEqualTo(run.value("provenLowerBound"));
            RunResult.Series landscape = run.series("landscape");
            RunResult.Series bound = run.series("sumBound");
            for (int i = 0; i < landscape.x().length; i++) {
                assertThat(landscape.y()[i]).isGreaterThanOrEqualTo(bound.y()[i]);
            }
            double least = run.number("optimumS");
            for (double y : run.series("sawtooth").y()) {
                assertThat(y).as(n).isGreaterThanOrEqualTo(least);
            }
        }
    }

    @Test
    void whatWouldVisitTooManyCandidatesIsListedAsNotRun() {
        List<List<Object>> rows = solve("3e39+1").table("algorithms");
        assertThat(rows)
                .extracting(row -> row.get(5))
                .containsExactly("no", "tooMany", "tooMany", "tooMany", "yes", "tooMany");
        assertThat((BigInteger) rows.get(1).get(6)).isGreaterThan(BigInteger.TEN.pow(19));
    }

    @Test
    void aStoppedRunKeepsBestAndBound() {
        ResultRecorder recorder = new ResultRecorder();
        AtomicInteger asked = new AtomicInteger();
        StopSignal soon =
                () ->
                        asked.incrementAndGet() > 2000
                                ? Optional.of(StopSignal.Reason.VISITOR)
                                : Optional.empty();
        SolveParameters large =
                ParameterSchema.of(SolveParameters.class).strict(Map.of("n", "7e63+1"));
        assertThatThrownBy(() -> solve.run(large, recorder, soon))
                .isInstanceOf(StopSignal.Stopped.class);
        RunResult partial = recorder.result();
        assertThat((BigInteger) partial.value("provenLowerBound"))
                .isGreaterThanOrEqualTo(SumLine.of(large.n()).first())
                .isLessThan((BigInteger) partial.value("S"));
        assertThat(partial.notes()).extracting(note -> note.key()).containsExactly("stopped");
    }

    @Test
    void smallIsLiveAndLargeIsQueuedAtAHigherCost() {
        SolveParameters small = ParameterSchema.of(SolveParameters.class).defaults();
        SolveParameters large =
                ParameterSchema.of(SolveParameters.class).strict(Map.of("n", "1e60"));
        assertThat(solve.mode(small)).isEqualTo(Experiment.Mode.LIVE);
        assertThat(solve.mode(large)).isEqualTo(Experiment.Mode.QUEUED);
        assertThat(solve.cost(large).seconds()).isGreaterThan(solve.cost(small).seconds() + 1);
    }

    @Test
    void aScanIsTheSameEveryTimeAndFollowsTheLaw() {
        Map<String, String> texts = Map.of("from", "1e8", "to", "1e20", "perDecade", "150");
        RunResult first = scan(texts);
        RunResult second = scan(texts);
        assertThat(first.values()).isEqualTo(second.values());
        assertThat(first.tables()).isEqualTo(second.tables());
        assertThat(first.number("samples")).isEqualTo(1800);
        assertThat(first.number("ratioMean")).isCloseTo(Excess.mean(), within(0.06));
        assertThat(first.number("exponent")).isCloseTo(1.0 / 6, within(0.01));
        assertThat(first.number("residualSixth")).isLessThan(first.number("residualFourth") / 4);
        assertThat(first.number("share.pruned")).isEqualTo(1);
        double area = 0;
        for (double density : first.series("ratioDensity").y()) {
            area += 0.2 * density;
        }
        assertThat(area).isCloseTo(1, within(0.01));
    }

    @Test
    void randomNumbersStayInTheirDecadesAndSmallDecadesAreTakenWhole() {
        ScanPlan plan =
                new ScanPlan(BigInteger.TWO, BigInteger.TEN.pow(3), ScanMode.RANDOM, 1, 20, 7);
        List<BigInteger> numbers = plan.numbers();
        assertThat(numbers).hasSize(8 + 20 + 20);
        assertThat(numbers.subList(0, 8))
                .extracting(BigInteger::intValue)
                .containsExactly(2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(numbers.subList(8, 28)).allMatch(n -> n.intValue() >= 10 && n.intValue() < 100);
        assertThat(numbers.subList(28, 48))
                .allMatch(n -> n.intValue() >= 100 && n.intValue() <= 1000);
    }
}
