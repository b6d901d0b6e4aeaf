package spaceslab.essay.emo.language;

import java.util.ArrayList;
import java.util.Arrays;
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
 * A pre-trained model of the King James Bible goes on with several losses, on as little text as one
 * likes; perplexity on verses that nobody trained on, and what the arms write.
 */
public final class LanguageExperiment implements Experiment<LanguageParameters> {
    private static final ResultSchema RESULTS =
            ResultSchema.builder()
                    .values("symbols", "pretrainedPerplexity", "textPerplexity")
                    .series("testPerplexity", "samplePerplexity", "plane")
                    .table(
                            "arms",
                            "arm",
                            "bestStep",
                            "testAtBest",
                            "testAtEnd",
                            "samplePerplexity",
                            "distinct2",
                            "distinct4",
                            "selfBleu",
                            "mauve",
                            "elapsed [s]")
                    .table("samples", "step", "arm", "text")
                    .table("ends", "beginning", "arm", "text")
                    .build();

    /** Beginnings whose ends are shown one below the other. */
    static final int SHOWN = 3;

    /** What an arm made of the first beginnings. */
    record Ending(String key, List<String> texts) {
        static Ending of(String key, TextWindows written) {
            return new Ending(
                    key,
                    Arrays.stream(written.windows())
                            .limit(SHOWN)
                            .map(LanguageArm::readable)
                            .toList());
        }
    }

    @Override
    public String id() {
        return "language";
    }

    @Override
    public Class<LanguageParameters> parameters() {
        return LanguageParameters.class;
    }

    @Override
    public Mode mode(LanguageParameters parameters) {
        return Mode.QUEUED;
    }

    @Override
    public Cost cost(LanguageParameters parameters) {
        return LanguageCost.of(parameters);
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
    public void run(LanguageParameters parameters, Emitter out, StopSignal stop) {
        out.progress("reading", 0, 1);
        out.value("symbols", BibleText.all().continuation(parameters.verses()).length);
        List<Function<AlternatingEmission.Arm, List<Ending>>> arms = new ArrayList<>();
        for (Arm arm : parameters.losses()) {
            arms.add(own -> List.of(new LanguageArm(parameters, arm, own, stop).run()));
        }
        arms.add(own -> new Unchanged(parameters, own, stop).run());
        List<Ending> endings =
                AlternatingEmission.run(arms, out, stop).stream().flatMap(List::stream).toList();
        for (int i = 0; i < SHOWN; i++) {
            for (Ending ending : endings) {
                out.row("ends", i + 1, ending.key(), ending.texts().get(i));
            }
        }
    }

    /** A row of {@code arms}. */
    static void row(
            Emitter out,
            String key,
            Object bestStep,
            Object testAtBest,
            Object testAtEnd,
            Judge.Verdict verdict,
            Object seconds) {
        out.row(
                "arms",
                key,
                bestStep,
                testAtBest,
                testAtEnd,
                verdict.perplexity(),
                verdict.distinct2(),
                verdict.distinct4(),
                verdict.selfBleu(),
                verdict.mauve(),
                seconds);
    }
}
