package spaceslab.essay.transformervq.training;

import java.util.List;
import java.util.Map;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.Finding;
import spaceslab.experiment.Finding.Measurement;
import spaceslab.experiment.Finding.Source;
import spaceslab.experiment.Finding.Status;
import spaceslab.experiment.RunResult;

/** What byte models say of quantised keys; all differences are bits a held-out byte. */
final class LanguageFindings {
    private static final String CACHE = "32";
    private static final int MOST = 64;
    private static final int FEWEST = 4;

    private LanguageFindings() {}

    static List<Finding<?>> of(LanguageExperiment language, ConversionExperiment conversion) {
        return List.of(
                finding(
                        language,
                        "keysCostLittle",
                        Source.PAPER,
                        Status.HOLDS,
                        0.05,
                        (r, t) -> within(r, "bits." + CACHE, "bitsFull", t)),
                finding(
                        language,
                        "cacheHelpsLanguage",
                        Source.PAPER,
                        Status.DOES_NOT_HOLD,
                        0.01,
                        (r, t) -> within(r, "bits." + CACHE, "bitsWindow", -t)),
                finding(
                        language,
                        "memoryStays",
                        Source.ESSAY,
                        Status.HOLDS,
                        0,
                        LanguageFindings::memory),
                finding(
                        language,
                        "longerThanTrained",
                        Source.ESSAY,
                        Status.DOES_NOT_HOLD,
                        0.05,
                        (r, t) -> within(r, "longContext." + CACHE, "shortContext." + CACHE, t)),
                finding(
                        language,
                        "longerBetterThanFull",
                        Source.OURS,
                        Status.DOES_NOT_HOLD,
                        0.01,
                        LanguageFindings::lessDisturbed),
                finding(
                        conversion,
                        "conversionAtOnce",
                        Source.ESSAY,
                        Status.HOLDS,
                        0.05,
                        (r, t) -> converted(r, "afterByCodes", MOST, "before", t)),
                finding(
                        conversion,
                        "conversionTuned",
                        Source.ESSAY,
                        Status.HOLDS,
                        0.02,
                        (r, t) -> converted(r, "tunedByCodes", MOST, "tunedFull", t)),
                finding(
                        conversion,
                        "conversionFewCodes",
                        Source.OURS,
                        Status.DOES_NOT_HOLD,
                        0.05,
                        (r, t) -> converted(r, "afterByCodes", FEWEST, "before", t)),
                finding(
                        conversion,
                        "conversionToWindow",
                        Source.OURS,
                        Status.DOES_NOT_HOLD,
                        0,
                        (r, t) -> {
                            double after = r.number("afterWindow");
                            double before = r.number("before");
                            return Measurement.that(after > before + t, after, before);
                        }));
    }

    private static <P extends Record> Finding<P> finding(
            Experiment<P> experiment,
            String id,
            Source source,
            Status expected,
            double tolerance,
            Finding.Check check) {
        return Finding.of(id, source, expected, experiment, Map.of(), tolerance, false, check);
    }

    /** The first costs at most the tolerance more than the second. */
    private static Measurement within(RunResult r, String first, String second, double tolerance) {
        double a = r.number(first);
        double b = r.number(second);
        return Measurement.that(a <= b + tolerance, a, b);
    }

    /** A context longer than trained costs the cache less than it costs full attention. */
    private static Measurement lessDisturbed(RunResult r, double tolerance) {
        double cache = r.number("longContext." + CACHE) - r.number("shortContext." + CACHE);
        double full = r.number("longContextFull") - r.number("shortContextFull");
        return Measurement.that(cache < full - tolerance, cache, full);
    }

    private static Measurement memory(RunResult r, double tolerance) {
        double[] cache = r.series("memory." + CACHE).y();
        double[] full = r.series("memoryFull").y();
        int last = cache.length - 1;
        double grown = r.series("memoryFull").x()[last] / r.series("memoryFull").x()[0];
        return Measurement.that(
                cache[last] == cache[0] && full[last] == grown * full[0],
                (long) cache[last],
                (long) full[last],
                (long) r.series("memoryFull").x()[last]);
    }

    /** With so many codes, at most the tolerance above a value of the run. */
    private static Measurement converted(
            RunResult r, String series, int codes, String value, double tolerance) {
        double[] x = r.series(series).x();
        double[] y = r.series(series).y();
        for (int i = 0; i < x.length; i++) {
            if (x[i] == codes) {
                return Measurement.that(y[i] <= r.number(value) + tolerance, y[i], r.number(value));
            }
        }
        throw new IllegalStateException("no conversion to " + codes + " codes");
    }
}
