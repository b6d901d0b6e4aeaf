package spaceslab.essay.nonlinearrnn.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import spaceslab.essay.nonlinearrnn.NonlinearRnnTopic;
import spaceslab.experiment.Effect;
import spaceslab.experiment.Finding;
import spaceslab.experiment.NamedResult;
import spaceslab.experiment.ResultRow;
import spaceslab.experiment.Sample;
import spaceslab.numerics.OrderedUnits;

/** Claims about sweeps read every repeat of a run and can come out both ways. */
class SweepsFindingsTest {
    private static final String[] SMALL = {
        "sweeps", "1,2", "steps", "25", "length", "8", "batch", "6", "d", "4", "repeats", "3"
    };
    private static final SweepsExperiment SWEEPS = new SweepsExperiment(new OrderedUnits(2));
    private static final NamedResult RUN =
            NamedResult.of(
                    SWEEPS,
                    TrainingRuns.parameters(SWEEPS, SMALL),
                    TrainingRuns.result(SWEEPS, SMALL));

    private static List<Sample> samples(String id, NamedResult run) {
        return new NonlinearRnnTopic()
                .findings().stream()
                        .filter(finding -> finding.id().equals(id))
                        .<Finding.Reader>map(Finding::reader)
                        .findFirst()
                        .orElseThrow()
                        .samples(run);
    }

    private static double loss(String model, int n, int repeat) {
        return RUN.table("repeats")
                .where("model", model)
                .where("n", n)
                .row("repeat", repeat)
                .number("loss");
    }

    @Test
    void everyRepeatIsListedWithinTheRangeOfItsModel() {
        for (ResultRow model : RUN.table("models").rows()) {
            List<ResultRow> repeats =
                    RUN.table("repeats")
                            .where("model", model.value("model"))
                            .where("n", model.value("n"))
                            .rows();
            assertThat(repeats).hasSize(3);
            assertThat(repeats.stream().mapToDouble(r -> r.number("loss")).min().orElseThrow())
                    .isEqualTo(model.number("lossLeast"));
            assertThat(repeats.stream().mapToDouble(r -> r.number("loss")).max().orElseThrow())
                    .isEqualTo(model.number("lossMost"));
        }
    }

    @ParameterizedTest
    @CsvSource({"oneSweepParity", "sweepsEnoughParity", "stackBetter"})
    void everyRepeatIsAReplication(String id) {
        assertThat(samples(id, RUN)).hasSize(3);
    }

    @Test
    void theStackIsComparedWithAsManySweeps() {
        List<Sample> samples = samples("stackBetter", RUN);
        for (int i = 0; i < samples.size(); i++) {
            double one = loss("sweeps", 1, i + 1) - loss("stack", 1, i + 1);
            double two = loss("sweeps", 2, i + 1) - loss("stack", 2, i + 1);
            assertThat(samples.get(i).effects())
                    .containsExactly(
                            Effect.above("stackAhead1", one, 0),
                            Effect.above("stackAhead2", two, 0));
            assertThat(samples.get(i).agrees()).isEqualTo(one > 0 && two > 0);
        }
    }

    @Test
    void sweepsAreComparedWithTheRnnOfTheSameRepeat() {
        int n = (int) RUN.number("bestSweepsN");
        List<Sample> samples = samples("sweepsEnoughParity", RUN);
        for (int i = 0; i < samples.size(); i++) {
            assertThat(samples.get(i).effects().getFirst().value())
                    .isEqualTo(loss("sweeps", n, i + 1) - loss("rnn", 0, i + 1));
        }
    }

    @Test
    void whoGuessesHasNotLearned() {
        double guessing = 0.98 * RUN.number("baseline");
        List<Sample> samples = samples("oneSweepParity", RUN);
        for (int i = 0; i < samples.size(); i++) {
            boolean sweepGuesses = loss("sweeps", 1, i + 1) >= guessing;
            boolean layerLearns = loss("stack", 1, i + 1) < guessing;
            assertThat(samples.get(i).effects().stream().map(Effect::agrees))
                    .containsExactly(sweepGuesses, layerLearns);
        }
    }
}
