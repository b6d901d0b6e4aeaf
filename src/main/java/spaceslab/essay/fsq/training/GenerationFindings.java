package spaceslab.essay.fsq.training;

import static spaceslab.experiment.Effect.above;
import static spaceslab.experiment.Effect.atLeast;

import java.util.List;
import spaceslab.experiment.Claim;
import spaceslab.experiment.Effect;
import spaceslab.experiment.Finding;
import spaceslab.experiment.NamedResult;
import spaceslab.experiment.Sample;

/**
 * The claims about sequences and written pictures. A claim about both quantisers has one effect of
 * each.
 */
public final class GenerationFindings {
    private static final String FSQ = Arm.FSQ_TANH.key();
    private static final String RESET = Arm.VQ_EMA_RESET.key();
    private static final String PLAIN = Arm.VQ_EMA.key();

    /** Bits that a language saves, in % of the histogram's. */
    private static final double CLEARLY = 20;

    /** By which a model's samples have their class more often than drawn integers, in points. */
    private static final double OWN_CLASS = 50;

    private GenerationFindings() {}

    /** All of them. */
    public static List<Finding<?>> of(GenerationExperiment generation) {
        return List.of(
                Claim.ofEssay("sequencesAreALanguage", generation)
                        .heavy()
                        .holds(r ->
                                bits(
                                        r,
                                        "unigramBits",
                                        atLeast("fsqSaved", saved(r, "unigramBits", FSQ), CLEARLY),
                                        atLeast(
                                                "resetSaved",
                                                saved(r, "unigramBits", RESET),
                                                CLEARLY))),
                Claim.ofEssay("samplesHaveTheirClass", generation)
                        .heavy()
                        .holds(r ->
                                agreement(
                                        r,
                                        "agreementUnigram",
                                        atLeast(
                                                "fsqAheadOfHistogram",
                                                ahead(r, "agreementUnigram", FSQ),
                                                OWN_CLASS),
                                        atLeast(
                                                "resetAheadOfHistogram",
                                                ahead(r, "agreementUnigram", RESET),
                                                OWN_CLASS))),
                Claim.ours("learningBeatsCounting", generation)
                        .heavy()
                        .holds(r ->
                                bits(
                                        r,
                                        "countedBits",
                                        above("fsqSavedOfCounted", saved(r, "countedBits", FSQ), 0),
                                        above(
                                                "resetSavedOfCounted",
                                                saved(r, "countedBits", RESET),
                                                0))),
                Claim.ours("learningLooksMoreLikeItsClass", generation)
                        .heavy()
                        .doesNotHold(r ->
                                agreement(
                                        r,
                                        "agreementCounted",
                                        above(
                                                "fsqAheadOfCounted",
                                                ahead(r, "agreementCounted", FSQ),
                                                0),
                                        above(
                                                "resetAheadOfCounted",
                                                ahead(r, "agreementCounted", RESET),
                                                0))),
                Claim.ofPaper("fsqCostsMoreThanPlain", generation)
                        .with("second", PLAIN)
                        .heavy()
                        .holds(r -> dearer(r, "fsqAbovePlain", PLAIN)),
                Claim.ofPaper("fsqCostsMoreThanReset", generation)
                        .heavy()
                        .doesNotHold(r -> dearer(r, "fsqAboveReset", RESET)),
                Claim.ours("fsqSamplesBetter", generation)
                        .heavy()
                        .depends(GenerationFindings::better));
    }

    private static double of(NamedResult r, String value, String arm) {
        return r.number(value + "." + arm);
    }

    /** By how much the Transformer is below what is counted, in % of it. */
    private static double saved(NamedResult r, String counted, String arm) {
        return 100 * (1 - of(r, "bits", arm) / of(r, counted, arm));
    }

    /** By how much more of its samples have their class, in points. */
    private static double ahead(NamedResult r, String drawn, String arm) {
        return 100 * (of(r, "agreement", arm) - of(r, drawn, arm));
    }

    private static Sample bits(NamedResult r, String counted, Effect fsq, Effect reset) {
        return Sample.of(fsq, reset)
                .figures(
                        of(r, "bits", FSQ),
                        of(r, counted, FSQ),
                        of(r, "bits", RESET),
                        of(r, counted, RESET));
    }

    private static Sample agreement(NamedResult r, String drawn, Effect fsq, Effect reset) {
        return Sample.of(fsq, reset)
                .figures(
                        100 * of(r, "agreement", FSQ),
                        100 * of(r, drawn, FSQ),
                        100 * of(r, "agreement", RESET),
                        100 * of(r, drawn, RESET));
    }

    private static Sample dearer(NamedResult r, String effect, String codebook) {
        double fsq = of(r, "bits", FSQ);
        double other = of(r, "bits", codebook);
        return Sample.of(above(effect, 100 * (fsq / other - 1), 0))
                .figures(
                        fsq,
                        of(r, "used", FSQ),
                        other,
                        of(r, "used", codebook),
                        of(r, "error", FSQ),
                        of(r, "error", codebook));
    }

    private static Sample better(NamedResult r) {
        double fsq = 100 * of(r, "agreement", FSQ);
        double reset = 100 * of(r, "agreement", RESET);
        return Sample.of(above("fsqAheadOfReset", fsq - reset, 0)).figures(fsq, reset);
    }
}
