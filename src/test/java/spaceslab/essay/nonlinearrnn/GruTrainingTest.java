package spaceslab.essay.nonlinearrnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import spaceslab.essay.nonlinearrnn.training.CentralDifferences;
import spaceslab.essay.nonlinearrnn.training.DeerSettings;
import spaceslab.essay.nonlinearrnn.training.GatedModels;
import spaceslab.essay.nonlinearrnn.training.ScanOrder;
import spaceslab.essay.nonlinearrnn.training.Sequence;
import spaceslab.essay.nonlinearrnn.training.SequenceModel;
import spaceslab.essay.nonlinearrnn.training.SequenceTask;
import spaceslab.essay.nonlinearrnn.training.TrainingExperiment;
import spaceslab.essay.nonlinearrnn.training.TrainingRuns;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.InvalidParameters;
import spaceslab.experiment.RunEvent;
import spaceslab.experiment.RunResult;
import spaceslab.numerics.OrderedUnits;
import spaceslab.numerics.SeededStreams;

class GruTrainingTest {
    private static final GatedModels MODELS = new GruModels();
    private static final String[] SMALL = {
        "d", "4", "length", "16", "examples", "32", "batch", "12", "epochs", "3"
    };

    private static TrainingExperiment on(int threads) {
        return new TrainingExperiment(MODELS, new OrderedUnits(threads));
    }

    private static SequenceModel deer(SequenceTask task, int d, ScanOrder order, int remembered) {
        return MODELS.deer(task, d, new DeerSettings(1e-11, order, remembered));
    }

    @ParameterizedTest
    @EnumSource(SequenceTask.class)
    void bothGradientsAgreeWithCentralDifferences(SequenceTask task) {
        for (long seed = 1; seed <= 3; seed++) {
            for (SequenceModel model :
                    new SequenceModel[] {
                        MODELS.backPropagation(task, 5),
                        deer(task, 5, ScanOrder.TREE, 0),
                        deer(task, 5, ScanOrder.STEPWISE, 0)
                    }) {
                assertThat(CentralDifferences.relativeError(model, task, seed))
                        .as("%s, seed %d", model.getClass().getSimpleName(), seed)
                        .isLessThan(1e-5);
            }
        }
    }

    @Test
    void deerGivesTheGradientOfBackPropagation() {
        SequenceTask task = SequenceTask.COPY;
        SequenceModel reference = MODELS.backPropagation(task, 6);
        SeededStreams streams = new SeededStreams(8);
        double[] parameters = reference.initial(streams);
        Sequence sequence = task.draw(0, 40, streams.stream(50));
        double[] expected = new double[reference.size()];
        double loss = reference.pass().addGradient(parameters, sequence, expected);
        double[] gradient = new double[reference.size()];
        assertThat(
                        deer(task, 6, ScanOrder.TREE, 0)
                                .pass()
                                .addGradient(parameters, sequence, gradient))
                .isCloseTo(loss, within(1e-13));
        assertThat(gradient).containsExactly(expected, within(1e-12));
    }

    @Test
    void warmStartFromTheSolutionNeedsOneIteration() {
        SequenceTask task = SequenceTask.ADDING;
        SequenceModel model = deer(task, 4, ScanOrder.TREE, 1);
        SeededStreams streams = new SeededStreams(9);
        double[] parameters = model.initial(streams);
        Sequence sequence = task.draw(0, 30, streams.stream(50));
        SequenceModel.Pass pass = model.pass();
        pass.addGradient(parameters, sequence, new double[model.size()]);
        int cold = pass.iterations();
        pass.addGradient(parameters, sequence, new double[model.size()]);
        assertThat(cold).isBetween(3, 15);
        assertThat(pass.iterations()).isEqualTo(1);
        pass.score(parameters, sequence);
        assertThat(pass.iterations()).as("a score never starts warm").isEqualTo(cold);
    }

    @Test
    void curvesCoincideWithinTheStatedBound() {
        for (String task : List.of("adding", "copy", "parity")) {
            RunResult result =
                    TrainingRuns.result(
                            on(2), "task", task, "examples", "32", "epochs", "3", "length", "16");
            assertThat(result.number("largestDifference"))
                    .as(task)
                    .isLessThanOrEqualTo(result.number("differenceBound"));
            assertThat(result.number("largestGradientDifference")).isLessThan(1e-7);
            assertThat(result.number("skippedSteps")).isZero();
        }
    }

    @Test
    void anyNumberOfThreadsEmitsTheSameEvents() {
        List<String> one = TrainingRuns.events(on(1), SMALL);
        assertThat(TrainingRuns.events(on(2), SMALL)).isEqualTo(one);
        assertThat(TrainingRuns.events(on(5), SMALL)).isEqualTo(one);
    }

    @Test
    void aStopKeepsTheEpochsDone() {
        RunResult result =
                TrainingRuns.stopped(
                        on(2),
                        event -> event instanceof RunEvent.Progress p && p.done() >= 2,
                        SMALL);
        assertThat(result.table("epochs")).hasSize(2);
        assertThat(result.series("lossDeer").x()).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void depthFallsAndWorkRises() {
        DeerSettings settings = new DeerSettings(1e-9, ScanOrder.TREE, 0);
        double depth = MODELS.deerCost(SequenceTask.ADDING, 8, 512, 4, settings).depth();
        assertThat(depth)
                .isLessThan(0.15 * MODELS.backPropagationCost(SequenceTask.ADDING, 8, 512).depth());
        assertThat(MODELS.deerCost(SequenceTask.ADDING, 8, 512, 4, settings).multiplications())
                .isGreaterThan(
                        MODELS.backPropagationCost(SequenceTask.ADDING, 8, 512).multiplications());
        assertThat(MODELS.backPropagationCost(SequenceTask.ADDING, 1, 10).multiplications())
                .isEqualTo(4 * (3 * 3 + 3) * 10);
    }

    @Test
    void badCombinationsAreNamed() {
        TrainingExperiment training = on(1);
        assertThatThrownBy(() ->
                        TrainingRuns.parameters(
                                training,
                                "d",
                                "16",
                                "length",
                                "512",
                                "examples",
                                "4096",
                                "epochs",
                                "200"))
                .isInstanceOf(InvalidParameters.class)
                .hasMessageContaining("epochs (200)")
                .hasMessageContaining("1 … ");
        assertThatThrownBy(() -> TrainingRuns.parameters(training, "rate", "0"))
                .isInstanceOf(InvalidParameters.class)
                .hasMessageContaining("rate (0)");
        assertThat(TrainingRuns.mode(training, SMALL)).isEqualTo(Experiment.Mode.LIVE);
        assertThat(TrainingRuns.mode(training)).isEqualTo(Experiment.Mode.QUEUED);
        assertThat(TrainingRuns.seconds(training)).isBetween(1.0, 60.0);
    }
}
