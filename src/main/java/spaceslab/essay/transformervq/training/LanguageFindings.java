package spaceslab.essay.transformervq.training;

import static spaceslab.experiment.Effect.above;
import static spaceslab.experiment.Effect.atMost;
import static spaceslab.experiment.Effect.below;

import java.util.List;
import spaceslab.experiment.Claim;
import spaceslab.experiment.Finding;
import spaceslab.experiment.NamedResult;
import spaceslab.experiment.RunResult;
import spaceslab.experiment.Sample;

/** What byte models say of quantised keys; all differences are bits a held-out byte. */
final class LanguageFindings {
    private static final String CACHE = "32";
    private static final int MOST = 64;
    private static final int FEWEST = 4;

    /** As many as were waited for; ten are wanted (a run takes 20 s on an idle machine). */
    private static final int SEEDS = 3;

    private static final int CONVERTED = 4;

    private LanguageFindings() {}

    static List<Finding<?>> of(LanguageExperiment language, ConversionExperiment conversion) {
        return List.of(
                Claim.ofPaper("keysCostLittle", language)
                        .seeds(SEEDS)
                        .heavy()
                        .holds(LanguageFindings::keys),
                Claim.ofPaper("cacheHelpsLanguage", language)
                        .seeds(SEEDS)
                        .heavy()
                        .doesNotHold(LanguageFindings::cache),
                Claim.ofEssay("memoryStays", language)
                        .whateverSeed()
                        .heavy()
                        .holds(LanguageFindings::memory),
                Claim.ofEssay("longerThanTrained", language)
                        .seeds(SEEDS)
                        .heavy()
                        .doesNotHold(LanguageFindings::longer),
                Claim.ours("longerBetterThanFull", language)
                        .seeds(SEEDS)
                        .heavy()
                        .holds(LanguageFindings::lessDisturbed),
                Claim.ofEssay("conversionAtOnce", conversion)
                        .seeds(CONVERTED)
                        .heavy()
                        .holds(r -> atOnce(r, MOST)),
                Claim.ofEssay("conversionTuned", conversion)
                        .seeds(CONVERTED)
                        .heavy()
                        .holds(LanguageFindings::tuned),
                Claim.ours("conversionFewCodes", conversion)
                        .seeds(CONVERTED)
                        .heavy()
                        .doesNotHold(r -> atOnce(r, FEWEST)),
                Claim.ours("conversionToWindow", conversion)
                        .seeds(CONVERTED)
                        .heavy()
                        .doesNotHold(LanguageFindings::toWindow));
    }

    private static Sample keys(NamedResult r) {
        double cache = r.number("bits." + CACHE);
        double full = r.number("bitsFull");
        return Sample.of(atMost("keysOverFull", cache - full, 0.1)).figures(cache, full);
    }

    private static Sample cache(NamedResult r) {
        double cache = r.number("bits." + CACHE);
        double window = r.number("bitsWindow");
        return Sample.of(below("cacheOverWindow", cache - window, 0)).figures(cache, window);
    }

    private static Sample longer(NamedResult r) {
        double longContext = r.number("longContext." + CACHE);
        double shortContext = r.number("shortContext." + CACHE);
        return Sample.of(atMost("longOverShort", longContext - shortContext, 0.05))
                .figures(longContext, shortContext);
    }

    /** What a context longer than trained costs the cache and full attention. */
    private static Sample lessDisturbed(NamedResult r) {
        double cache = r.number("longContext." + CACHE) - r.number("shortContext." + CACHE);
        double full = r.number("longContextFull") - r.number("shortContextFull");
        return Sample.of(below("disturbedOverFull", cache - full, 0)).figures(cache, full);
    }

    /**
     * The cache carries the same from its first block on, full attention in proportion to bytes.
     */
    private static Sample memory(NamedResult r) {
        RunResult.Series cache = r.series("memory." + CACHE);
        RunResult.Series full = r.series("memoryFull");
        int last = full.y().length - 1;
        double bytes = full.x()[last] / full.x()[0];
        return Sample.of(
                        atMost("cacheGrowth", cache.y()[last] - cache.y()[0], 0),
                        atMost("fullUnderBytes", bytes - full.y()[last] / full.y()[0], 0))
                .figures((int) cache.y()[last], (int) full.y()[last], (int) full.x()[last]);
    }

    private static Sample atOnce(NamedResult r, int codes) {
        double after = r.at("afterByCodes", codes);
        double before = r.number("before");
        return Sample.of(atMost("afterOverBefore", after - before, 0.05)).figures(after, before);
    }

    private static Sample tuned(NamedResult r) {
        double tuned = r.at("tunedByCodes", MOST);
        double full = r.number("tunedFull");
        return Sample.of(atMost("tunedOverFull", tuned - full, 0.05)).figures(tuned, full);
    }

    private static Sample toWindow(NamedResult r) {
        double after = r.number("afterWindow");
        double before = r.number("before");
        return Sample.of(above("windowOverBefore", after - before, 0)).figures(after, before);
    }
}
