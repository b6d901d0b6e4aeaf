package spaceslab.essay.fsq.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import spaceslab.experiment.Cost;
import spaceslab.experiment.Emitter;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.Obstacle;
import spaceslab.experiment.ResultSchema;
import spaceslab.experiment.RunEvent;
import spaceslab.experiment.StopSignal;
import spaceslab.learning.AlternatingEmission;
import spaceslab.learning.Engine;

/**
 * Quantisers in the same autoencoder on the same batches, trained side by side: error and use of
 * the codes on pictures held out, reconstructions (the visitor's drawing first), and what each code
 * stands for.
 */
public final class CompareExperiment implements Experiment<CompareParameters> {
    /** Pictures shown, the drawing among them. */
    static final int SHOWN = 12;

    private static final double SECONDS_PER_MULTIPLICATION = 5e-11;
    private static final ResultSchema RESULTS =
            ResultSchema.builder()
                    .values("vectors", "finalError", "finalUsed", "finalPerplexity")
                    .series(
                            "loss",
                            "error",
                            "used",
                            "perplexity",
                            "sortedUsage",
                            "encoded",
                            "latticeUsed",
                            "latticeUnused")
                    .table(
                            "arms",
                            "arm",
                            "size",
                            "error",
                            "used",
                            "perplexity",
                            "weights",
                            "trainingTime [s]")
                    .images(
                            "originals",
                            "reconstruction",
                            "reconstructions",
                            "atlas",
                            "atlasRounded",
                            "atlasLearned")
                    .build();

    @Override
    public String id() {
        return "compare";
    }

    @Override
    public Class<CompareParameters> parameters() {
        return CompareParameters.class;
    }

    @Override
    public Mode mode(CompareParameters parameters) {
        return Mode.QUEUED;
    }

    /** Distances of an evaluated portion to all codes dominate the memory. */
    @Override
    public Cost cost(CompareParameters parameters) {
        double seconds = 1 + SECONDS_PER_MULTIPLICATION * parameters.work();
        long vectors = (long) Tokeniser.PORTION * parameters.data().places();
        long portion = vectors * (3L * parameters.codes() + 12L * parameters.width()) * Float.BYTES;
        return new Cost(seconds, 60_000_000 + 2 * portion);
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
    public void run(CompareParameters parameters, Emitter out, StopSignal stop) {
        Pictures data = parameters.data();
        out.value("vectors", data.heldOutSize() * data.places());
        train(parameters.plan(), parameters.arms(), shown(parameters), out, stop);
    }

    /** All arms; the first divergence is thrown when everything else is shown. */
    static void train(
            TrainingPlan plan, List<Arm> arms, float[] shown, Emitter out, StopSignal stop) {
        Pictures data = plan.data();
        out.emit(Drawings.images("originals", data, shown));
        Optional<Arm> onLattice = arms.stream().filter(Arm::isScalar).findFirst();
        List<Function<AlternatingEmission.Arm, ArmRun.Result>> trainings = new ArrayList<>();
        for (Arm arm : arms) {
            boolean first = onLattice.filter(arm::equals).isPresent();
            trainings.add(own -> new ArmRun(plan, arm, shown, own, stop).run(first));
        }
        List<ArmRun.Result> results = AlternatingEmission.run(trainings, out, stop);
        together(data, shown, results, out);
        atlas("atlasRounded", results.stream().filter(r -> r.arm().isScalar()), out);
        atlas("atlasLearned", results.stream().filter(r -> r.arm().isCodebook()), out);
        results.stream()
                .flatMap(result -> result.diverged().stream())
                .findFirst()
                .ifPresent(diverged -> {
                    throw diverged;
                });
    }

    /** The drawing, then pictures held out, spread over all of them. */
    private static float[] shown(CompareParameters parameters) {
        Pictures data = parameters.data();
        int pixels = data.pixels();
        float[] held = data.heldOut();
        float[] shown =
                Arrays.copyOf(Drawings.levels(parameters.drawing(), data.side()), SHOWN * pixels);
        for (int i = 1; i < SHOWN; i++) {
            int picture = (int) ((long) (i - 1) * data.heldOutSize() / (SHOWN - 1));
            System.arraycopy(held, picture * pixels, shown, i * pixels, pixels);
        }
        return shown;
    }

    /** The originals in the first row, each arm's in one of the next. */
    private static void together(
            Pictures data, float[] originals, List<ArmRun.Result> results, Emitter out) {
        float[] all = Arrays.copyOf(originals, (1 + results.size()) * originals.length);
        for (int i = 0; i < results.size(); i++) {
            System.arraycopy(
                    results.get(i).shown(), 0, all, (i + 1) * originals.length, originals.length);
        }
        out.emit(Drawings.images("reconstructions", data, all));
    }

    /** The atlas of the last of these arms, the one that is treated best. */
    private static void atlas(String name, Stream<ArmRun.Result> results, Emitter out) {
        results.flatMap(result -> result.atlas().stream())
                .reduce((first, second) -> second)
                .ifPresent(a ->
                        out.emit(
                                new RunEvent.Images(
                                        name,
                                        a.width(),
                                        a.height(),
                                        a.channels(),
                                        a.count(),
                                        a.data())));
    }
}
