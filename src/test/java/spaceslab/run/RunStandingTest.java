package spaceslab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import spaceslab.experiment.Budget;
import spaceslab.experiment.Language;
import spaceslab.experiment.Outcome;
import spaceslab.experiment.RunEvent;
import spaceslab.experiment.StopSignal;
import spaceslab.run.Probe.Act;
import spaceslab.run.Probe.Task;
import tools.jackson.databind.node.ObjectNode;

/** A part is called a part before any of its numbers, however the run ended. */
class RunStandingTest {
    static Stream<Outcome> everyOutcome() {
        return Stream.concat(
                Stream.of(
                        new Outcome.Finished(),
                        new Outcome.OverBudget(new Budget(4, 1_000_000_000)),
                        new Outcome.Failed("0123456789ab")),
                Stream.of(StopSignal.Reason.values()).map(Outcome.Stopped::new));
    }

    private static Run run() {
        ProbeTopic topic = new ProbeTopic();
        RunSetup<Task> setup = new RunSetup<>(topic, topic.probe(), Task.queued(Act.ANSWER, 1));
        Run run = new Run("0123456789abcdef01234567", setup.identity(), setup, true);
        run.started();
        run.log().append(new RunEvent.Progress("all", 30, 100));
        run.log().append(new RunEvent.Value("number", 7));
        return run;
    }

    @ParameterizedTest
    @MethodSource("everyOutcome")
    void jsonAndCsvBeginWithIt(Outcome outcome) {
        boolean whole = outcome instanceof Outcome.Finished;
        for (Language language : Language.values()) {
            Run run = run();
            run.log().append(new RunEvent.Ended(outcome));
            ObjectNode json = RunJson.run(run, false, language);
            assertThat(json.propertyNames()).startsWith("outcome", "partial", "explanation");
            assertThat(json.get("outcome").asString()).isEqualTo(outcome.kind());
            assertThat(json.get("partial").asBoolean()).isEqualTo(!whole);
            String said = json.get("explanation").asString();
            says(said, whole, language);
            String csv = RunCsv.of(run, language);
            assertThat(csv.lines().findFirst().orElseThrow())
                    .startsWith("outcome," + outcome.kind() + ",partial," + !whole + ",")
                    .contains(said.substring(0, 5));
            ObjectNode event = RunJson.event(run.log().since(0).getLast(), run, false, language);
            assertThat(event.get("partial").asBoolean()).isEqualTo(!whole);
            assertThat(event.get("explanation").asString()).isEqualTo(said);
        }
    }

    private static void says(String said, boolean whole, Language language) {
        String partial = language == Language.EN ? "Partial result" : "部分结果";
        if (whole) {
            assertThat(said).isNotBlank().doesNotContain(partial);
        } else {
            assertThat(said).startsWith(partial).contains("30", "100").doesNotContain("{");
        }
    }

    @Test
    void aRunUnderWayIsPartialToo() {
        Run run = run();
        for (Language language : Language.values()) {
            RunStanding standing = RunStanding.of(run, language);
            assertThat(standing.outcome()).isEqualTo("running");
            assertThat(standing.partial()).isTrue();
            says(standing.explanation(), false, language);
        }
        assertThat(RunJson.run(run, false, Language.EN).propertyNames())
                .startsWith("outcome", "partial", "explanation");
    }

    @Test
    void aPhaseThatCountsItsShareSaysPercent() {
        Run run = run();
        run.log().append(new RunEvent.Progress("proving", 0.3654, 1));
        assertThat(RunStanding.of(run, Language.EN).explanation()).contains("at 36 % (proving)");
    }

    @Test
    void whereNoPhaseKnowsItsEndItDoesNotSayHowFar() {
        ProbeTopic topic = new ProbeTopic();
        RunSetup<Task> setup = new RunSetup<>(topic, topic.probe(), Task.queued(Act.ANSWER, 1));
        Run run = new Run("0123456789abcdef01234567", setup.identity(), setup, true);
        run.log().append(new RunEvent.Progress("all", 30, 0));
        run.log().append(new RunEvent.Ended(new Outcome.Stopped(StopSignal.Reason.VISITOR)));
        assertThat(List.of(Language.values()))
                .allSatisfy(language ->
                        assertThat(RunStanding.of(run, language).explanation())
                                .doesNotContain("30", "{", "null"));
    }
}
