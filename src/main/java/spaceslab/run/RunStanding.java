package spaceslab.run;

import java.util.Locale;
import java.util.Map;
import spaceslab.experiment.Language;
import spaceslab.experiment.Outcome;
import spaceslab.experiment.RunEvent;
import spaceslab.experiment.RunResult;
import spaceslab.experiment.Texts;

/**
 * Whether a run's result is whole, and if not, why and how far it came: said before any of its
 * numbers in JSON, in CSV, in headers and on the page, so that nobody takes a part for the whole.
 *
 * @param outcome {@code running} or the kind of the {@link Outcome}
 * @param partial true unless the run has finished
 * @param explanation a sentence in the asked language
 */
public record RunStanding(String outcome, boolean partial, String explanation) {
    /** Of a run as it is now. */
    public static RunStanding of(Run run, Language language) {
        return of(run, run.log().result(), language);
    }

    static RunStanding of(Run run, RunResult result, Language language) {
        if (result.outcome().isPresent()) {
            return of(run, result.outcome().get(), result, language);
        }
        String key =
                run.state() != Run.State.WAITING
                        ? "running"
                        : run.passedOn() ? "passedOn" : "waiting";
        return new RunStanding(
                "running", true, text(language, key, far(run, result.progress(), language)));
    }

    static RunStanding of(Run run, Outcome outcome, RunResult result, Language language) {
        String far = far(run, result.progress(), language);
        String explanation =
                switch (outcome) {
                    case Outcome.Finished f -> text(language, "finished");
                    case Outcome.Stopped s ->
                            text(
                                    language,
                                    "stopped." + s.reason().name().toLowerCase(Locale.ROOT),
                                    far);
                    case Outcome.OverBudget o ->
                            text(
                                    language,
                                    "overBudget",
                                    far,
                                    o.budget().seconds(),
                                    Math.floor(o.budget().bytes() / 1e6));
                    case Outcome.Failed f -> text(language, "failed", far, f.problemId());
                };
        return new RunStanding(outcome.kind(), outcome.partial(), explanation);
    }

    /** How far the phase came that began last; empty where no phase knows its end. */
    private static String far(Run run, Map<String, RunEvent.Progress> progress, Language language) {
        String far = "";
        for (RunEvent.Progress p : progress.values()) {
            if (p.total() > 0) {
                String topic = run.setup().topic().id();
                String phase =
                        Texts.find(language, topic + ".phase." + p.phase()).orElse(p.phase());
                // a phase of total 1 counts its share
                far =
                        p.total() == 1
                                ? text(language, "share", Math.floor(100 * p.done()), phase)
                                : text(language, "far", p.done(), p.total(), phase);
            }
        }
        return far;
    }

    private static String text(Language language, String key, Object... arguments) {
        return Texts.text(language, "standing." + key, arguments);
    }
}
