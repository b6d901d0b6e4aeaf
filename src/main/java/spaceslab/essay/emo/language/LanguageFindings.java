package spaceslab.essay.emo.language;

import static spaceslab.experiment.Effect.above;
import static spaceslab.experiment.Effect.atMost;
import static spaceslab.experiment.Effect.below;

import java.util.List;
import spaceslab.experiment.Claim;
import spaceslab.experiment.Finding;
import spaceslab.experiment.NamedResult;
import spaceslab.experiment.Sample;

/** What going on with EMO does to a real model, and what it does not. */
public final class LanguageFindings {
    private static final String MLE = "mle";
    private static final String EMO = "emo";
    private static final String FORM = "mode1";
    private static final String SHUFFLED = "mode1Shuffled";
    private static final String SMOOTHED = "labelSmoothing";
    private static final String BIBLE = "bible";

    /** Columns of {@code arms}. */
    private static final String TEST = "testAtBest";

    private static final String SAMPLED = "samplePerplexity";
    private static final String DISTINCT = "distinct2";
    private static final String SELF_BLEU = "selfBleu";
    private static final String MAUVE = "mauve";

    /** As many as were waited for; ten are wanted (a run takes 25 s on an idle machine). */
    private static final int SEEDS = 3;

    /** What may be behind the gain if not the embeddings. */
    private static final String CONTROLS = "mle,mode1,mode1Shuffled,labelSmoothing";

    private LanguageFindings() {}

    /** All findings of both experiments. */
    public static List<Finding<?>> of(LanguageExperiment language, PretrainExperiment pretrain) {
        return List.of(
                Claim.ofPaper("samplesSharper", language)
                        .seeds(SEEDS)
                        .heavy()
                        .holds(LanguageFindings::sharper),
                Claim.ofPaper("testPerplexity", language)
                        .seeds(SEEDS)
                        .heavy()
                        .doesNotHold(LanguageFindings::perplexity),
                Claim.ours("emoAloneForgets", language)
                        .seeds(SEEDS)
                        .heavy()
                        .holds(LanguageFindings::alone),
                controls(Claim.ofPaper("mauveRises", language))
                        .doesNotHold(LanguageFindings::mauve),
                controls(Claim.ours("shuffledSharpensLess", language))
                        .holds(LanguageFindings::shuffled),
                controls(Claim.ours("varietyOfTheText", language)).holds(LanguageFindings::variety),
                Claim.ours("weightsCanBeMade", pretrain)
                        .whateverSeed()
                        .heavy()
                        .holds(LanguageFindings::again));
    }

    /** Four arms take many minutes: one run, with a seed of its own. */
    private static Claim<LanguageParameters> controls(Claim<LanguageParameters> claim) {
        return claim.with("losses", CONTROLS).over("seed", "2").heavy();
    }

    private static double of(NamedResult r, String arm, String column) {
        return r.table("arms").row("arm", arm).number(column);
    }

    private static Sample sharper(NamedResult r) {
        double form = of(r, FORM, SAMPLED);
        double mle = of(r, MLE, SAMPLED);
        return Sample.of(below("samplesOverMle", form - mle, 0))
                .figures(form, mle, of(r, BIBLE, SAMPLED));
    }

    private static Sample perplexity(NamedResult r) {
        double form = of(r, FORM, TEST);
        double mle = of(r, MLE, TEST);
        return Sample.of(below("testOverMle", form - mle, 0))
                .figures(form, mle, r.number("pretrainedPerplexity"));
    }

    /** At the end; nothing but the first look may be its best. */
    private static Sample alone(NamedResult r) {
        double end = of(r, EMO, "testAtEnd");
        double before = r.number("pretrainedPerplexity");
        return Sample.of(above("testOverBefore", end - before, 0))
                .figures(end, before, of(r, EMO, DISTINCT));
    }

    private static Sample mauve(NamedResult r) {
        double form = of(r, FORM, MAUVE);
        double mle = of(r, MLE, MAUVE);
        return Sample.of(above("mauveOverMle", form - mle, 0))
                .figures(form, mle, of(r, SHUFFLED, MAUVE));
    }

    private static Sample shuffled(NamedResult r) {
        double form = of(r, FORM, SAMPLED);
        double exchanged = of(r, SHUFFLED, SAMPLED);
        double mle = of(r, MLE, SAMPLED);
        return Sample.of(
                        below("pretrainedOverShuffled", form - exchanged, 0),
                        below("shuffledOverMle", exchanged - mle, 0))
                .figures(form, exchanged, mle, of(r, SMOOTHED, SAMPLED));
    }

    /** Both measures of variety are nearer to the Bible's own. */
    private static Sample variety(NamedResult r) {
        return Sample.of(
                        below("distinctFromBible", farther(r, DISTINCT), 0),
                        below("bleuFromBible", farther(r, SELF_BLEU), 0))
                .figures(
                        of(r, FORM, DISTINCT),
                        of(r, MLE, DISTINCT),
                        of(r, BIBLE, DISTINCT),
                        of(r, FORM, SELF_BLEU),
                        of(r, MLE, SELF_BLEU),
                        of(r, BIBLE, SELF_BLEU));
    }

    /** How much farther from the Bible's than after cross entropy. */
    private static double farther(NamedResult r, String column) {
        double bible = of(r, BIBLE, column);
        return Math.abs(of(r, FORM, column) - bible) - Math.abs(of(r, MLE, column) - bible);
    }

    /** Another processor rounds otherwise, so the perplexities are compared, not the weights. */
    private static Sample again(NamedResult r) {
        double own = r.number("testPerplexity");
        double shipped = r.number("shippedPerplexity");
        return Sample.of(atMost("perplexityApart", 100 * Math.abs(own / shipped - 1), 1))
                .figures(own, shipped, r.number("largestDifference"));
    }
}
