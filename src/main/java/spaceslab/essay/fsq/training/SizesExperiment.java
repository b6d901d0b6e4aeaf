package spaceslab.essay.fsq.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import spaceslab.experiment.Cost;
import spaceslab.experiment.Emitter;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.Obstacle;
import spaceslab.experiment.ResultSchema;
import spaceslab.experiment.StopSignal;
import spaceslab.learning.AlternatingEmission;
import spaceslab.learning.Engine;

/**
 * Many short trainings: error and codes in use against the size of the codebook, and against the
 * size of encoder and decoder.
 */
public final class SizesExperiment implements Experiment<SizesParameters> {
    private static final double SECONDS_PER_MULTIPLICATION = 3e-11;
    private static final ResultSchema RESULTS =
            ResultSchema.builder()
                    .series("errorOfCodes", "usedOfCodes", "errorOfWidth", "usedOfWidth")
                    .table(
                            "trainings",
                            "arm",
                            "size",
                            "width",
                            "weights",
                            "error",
                            "used",
                            "perplexity")
                    .build();

    @Override
    public String id() {
        return "sizes";
    }

    @Override
    public Class<SizesParameters> parameters() {
        return SizesParameters.class;
    }

    @Override
    public Mode mode(SizesParameters parameters) {
        return Mode.QUEUED;
    }

    @Override
    public Cost cost(SizesParameters parameters) {
        Sweeps sweeps = parameters.sweeps();
        int largest = sweeps.codes().stream().mapToInt(k -> k).max().orElse(0);
        long vectors = (long) Tokeniser.PORTION * parameters.data().places();
        return new Cost(
                2 + SECONDS_PER_MULTIPLICATION * sweeps.work(),
                60_000_000 + 2 * vectors * 3L * largest * Float.BYTES);
    }

    @Override
    public Optional<Obstacle> obstacle() {
        return Engine.obstacle();
    }

    @Override
    public ResultSchema results() {
        return RESULTS;
    }

    @Override
    public void run(SizesParameters parameters, Emitter out, StopSignal stop) {
        List<SizedTraining> all = parameters.sweeps().trainings();
        List<Function<AlternatingEmission.Arm, Integer>> trainings = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            int number = i;
            trainings.add(own -> {
                all.get(number).run(own, stop);
                own.progress("trainings", number + 1, all.size());
                return number;
            });
        }
        AlternatingEmission.run(trainings, out, stop);
    }
}
