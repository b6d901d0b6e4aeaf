package spaceslab.essay.emo.language;

import java.util.List;
import java.util.Map;
import spaceslab.experiment.Finding;
import spaceslab.experiment.Finding.Measurement;
import spaceslab.experiment.Finding.Source;
import spaceslab.experiment.Finding.Status;
import spaceslab.experiment.RunResult;

/** What going on with EMO does to a real model, and what it does not. */
public final class LanguageFindings {
    private static final String MLE = "mle";
    private static final String EMO = "emo";
    private static final String FORM = "mode1";
    private static final String SHUFFLED = "mode1Shuffled";
    private static final String SMOOTHED = "labelSmoothing";
    private static final String BIBLE = "bible";

    /** Columns of {@code arms}. */
    private static final int TEST = 2;

    private static final int SAMPLED = 4;
    private static final int DISTINCT = 5;
    private static final int SELF_BLEU = 7;
    private static final int MAUVE = 8;

    /** A seed of its own, and what may be behind the gain if not the embeddings. */
    private static final Map<String, String> CONTROLS =
            Map.of("losses", "mle,mode1,mode1Shuffled,labelSmoothing", "seed", "2");

    private LanguageFindings() {}

    /** All findings of both experiments. */
    public static List<Finding<?>> of(LanguageExperiment language, PretrainExperiment pretrain) {
        return List.of(
                finding(
                        "samplesSharper",
                        Source.PAPER,
                        Status.HOLDS,
                        language,
                        Map.of(),
                        LanguageFindings::sharper),
                finding(
                        "testPerplexity",
                        Source.PAPER,
                        Status.DOES_NOT_HOLD,
                        language,
                        Map.of(),
                        LanguageFindings::perplexity),
                finding(
                        "emoAloneForgets",
                        Source.OURS,
                        Status.HOLDS,
                        language,
                        Map.of(),
                        LanguageFindings::alone),
                finding(
                        "mauveRises",
                        Source.PAPER,
                        Status.DOES_NOT_HOLD,
                        language,
                        CONTROLS,
                        LanguageFindings::mauve),
                finding(
                        "shuffledSharpensLess",
                        Source.OURS,
                        Status.HOLDS,
                        language,
                        CONTROLS,
                        LanguageFindings::shuffled),
                finding(
                        "varietyOfTheText",
                        Source.OURS,
                        Status.HOLDS,
                        language,
                        CONTROLS,
                        LanguageFindings::variety),
                Finding.of(
                        "weightsCanBeMade",
                        Source.OURS,
                        Status.HOLDS,
                        pretrain,
                        Map.of(),
                        0.01,
                        false,
                        LanguageFindings::again));
    }

    private static Finding<LanguageParameters> finding(
            String id,
            Source source,
            Status expected,
            LanguageExperiment language,
            Map<String, String> parameters,
            Finding.Check check) {
        return Finding.of(id, source, expected, language, parameters, 0, false, check);
    }

    private static double of(RunResult r, String arm, int column) {
        return r.table("arms").stream()
                .filter(row -> row.getFirst().equals(arm))
                .map(row -> ((Number) row.get(column)).doubleValue())
                .findFirst()
                .orElseThrow();
    }

    private static Measurement sharper(RunResult r, double tolerance) {
        double form = of(r, FORM, SAMPLED);
        double mle = of(r, MLE, SAMPLED);
        return Measurement.that(form < mle, form, mle, of(r, BIBLE, SAMPLED));
    }

    private static Measurement perplexity(RunResult r, double tolerance) {
        double form = of(r, FORM, TEST);
        double mle = of(r, MLE, TEST);
        return Measurement.that(form < mle, form, mle, r.number("pretrainedPerplexity"));
    }

    /** At the end; nothing but the first look may be its best. */
    private static Measurement alone(RunResult r, double tolerance) {
        double end = of(r, EMO, TEST + 1);
        double before = r.number("pretrainedPerplexity");
        return Measurement.that(end > before, end, before, of(r, EMO, DISTINCT));
    }

    private static Measurement mauve(RunResult r, double tolerance) {
        double form = of(r, FORM, MAUVE);
        double mle = of(r, MLE, MAUVE);
        return Measurement.that(form > mle, form, mle, of(r, SHUFFLED, MAUVE));
    }

    private static Measurement shuffled(RunResult r, double tolerance) {
        double form = of(r, FORM, SAMPLED);
        double exchanged = of(r, SHUFFLED, SAMPLED);
        double mle = of(r, MLE, SAMPLED);
        return Measurement.that(
                form < exchanged && exchanged < mle,
                form,
                exchanged,
                mle,
                of(r, SMOOTHED, SAMPLED));
    }

    /** Both measures of variety are nearer to the Bible's own. */
    private static Measurement variety(RunResult r, double tolerance) {
        boolean nearer = true;
        for (int column : new int[] {DISTINCT, SELF_BLEU}) {
            double bible = of(r, BIBLE, column);
            nearer &= Math.abs(of(r, FORM, column) - bible) < Math.abs(of(r, MLE, column) - bible);
        }
        return Measurement.that(
                nearer,
                of(r, FORM, DISTINCT),
                of(r, MLE, DISTINCT),
                of(r, BIBLE, DISTINCT),
                of(r, FORM, SELF_BLEU),
                of(r, MLE, SELF_BLEU),
                of(r, BIBLE, SELF_BLEU));
    }

    /** Another processor rounds otherwise, so the perplexities are compared, not the weights. */
    private static Measurement again(RunResult r, double tolerance) {
        double own = r.number("testPerplexity");
        double shipped = r.number("shippedPerplexity");
        return Measurement.that(
                Math.abs(own / shipped - 1) <= tolerance,
                own,
                shipped,
                r.number("largestDifference"));
    }
}
