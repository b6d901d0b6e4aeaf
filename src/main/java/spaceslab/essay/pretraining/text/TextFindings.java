package spaceslab.essay.pretraining.text;

import java.util.List;
import java.util.Map;
import spaceslab.experiment.Finding;
import spaceslab.experiment.Finding.Measurement;
import spaceslab.experiment.Finding.Source;
import spaceslab.experiment.Finding.Status;
import spaceslab.experiment.RunResult;

/** What the models reach on text beside what counting reaches, of the shipped run. */
public final class TextFindings {
    private TextFindings() {}

    /** All findings of the experiment. */
    public static List<Finding<?>> of(TextExperiment text) {
        return List.of(
                finding(text, "couplets", Source.PAPER, Status.DOES_NOT_HOLD, TextFindings::ahead),
                finding(
                        text,
                        "countingIsEnough",
                        Source.PAPER,
                        Status.HOLDS,
                        TextFindings::counting));
    }

    private static Finding<TextParameters> finding(
            TextExperiment text, String id, Source source, Status expected, Finding.Check check) {
        return Finding.of(id, source, expected, text, Map.of(), 0, false, check);
    }

    /** With every seed the pretrained arm is ahead. */
    private static Measurement ahead(RunResult r, double tolerance) {
        double least = r.number("leastGain");
        return Measurement.that(
                least > tolerance,
                r.number("meanScratch"),
                r.number("meanPretrained"),
                least,
                r.number("meanPredicted"));
    }

    /** Counting three bytes with their place is ahead of both arms; bytes alone are a coin. */
    private static Measurement counting(RunResult r, double tolerance) {
        double placed = r.number("byPlaced");
        double best = Math.max(r.number("meanScratch"), r.number("meanPretrained"));
        return Measurement.that(placed > best + tolerance, placed, best, r.number("byBytes"));
    }
}
