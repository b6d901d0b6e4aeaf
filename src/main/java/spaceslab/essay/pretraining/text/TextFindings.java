package spaceslab.essay.pretraining.text;

import static spaceslab.experiment.Effect.above;

import java.util.List;
import spaceslab.experiment.Claim;
import spaceslab.experiment.Finding;
import spaceslab.experiment.Finding.Status;
import spaceslab.experiment.NamedResult;
import spaceslab.experiment.ResultRow;
import spaceslab.experiment.Sample;

/**
 * What the models reach on text beside what counting reaches; every seed of a run is a replication.
 */
public final class TextFindings {
    /** As many as were waited for: a seed takes a minute and a half. */
    private static final List<String> THREE = List.of("1,2", "3");

    private TextFindings() {}

    /** All findings of the experiment. */
    public static List<Finding<?>> of(TextExperiment text) {
        return List.of(
                Claim.ofPaper("couplets", text)
                        .over("seeds", THREE)
                        .heavy()
                        .expect(Status.DEPENDS_ON, each(TextFindings::ahead)),
                Claim.ofPaper("countingIsEnough", text)
                        .over("seeds", THREE)
                        .heavy()
                        .expect(Status.HOLDS, each(TextFindings::counting)));
    }

    @FunctionalInterface
    private interface Reader {
        Sample of(ResultRow run, ResultRow baselines);
    }

    private static Finding.Reader each(Reader reader) {
        return r -> r.table("runs").rows().stream().map(run -> sample(r, run, reader)).toList();
    }

    private static Sample sample(NamedResult r, ResultRow run, Reader reader) {
        return reader.of(run, r.table("baselines").row("seed", run.value("seed")));
    }

    private static Sample ahead(ResultRow run, ResultRow baselines) {
        double gain = run.number("gain");
        return Sample.of(above("gain", gain, 0))
                .figures(
                        run.number("scratch"),
                        run.number("pretrained"),
                        gain,
                        run.number("predicted"));
    }

    /** Counting three bytes with their place is ahead of both arms; bytes alone are a coin. */
    private static Sample counting(ResultRow run, ResultRow baselines) {
        double placed = baselines.number("byPlaced");
        double best = Math.max(run.number("scratch"), run.number("pretrained"));
        return Sample.of(above("countingOverArms", placed - best, 0))
                .figures(placed, best, baselines.number("byBytes"));
    }
}
