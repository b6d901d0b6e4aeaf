package spaceslab.essay.emo;

import static spaceslab.experiment.Effect.above;
import static spaceslab.experiment.Effect.atLeast;
import static spaceslab.experiment.Effect.atMost;
import static spaceslab.experiment.Effect.below;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import spaceslab.essay.emo.toy.ToySweepExperiment;
import spaceslab.experiment.Claim;
import spaceslab.experiment.Finding;
import spaceslab.experiment.Finding.Status;
import spaceslab.experiment.NamedResult;
import spaceslab.experiment.Sample;

/**
 * What becomes of the gain with more data, other embeddings, more synonyms and other λ. Each of a
 * run's languages is a replication; forms are compared on the same language and text.
 */
final class ToySweepFindings {
    private static final String FORM = "mode1Detached";
    private static final String MLE = "mle";
    private static final String SMOOTHED = "labelSmoothing";
    private static final String MIXED = "mixed";
    private static final int LANGUAGES = 10;

    /** Places of the embeddings' origins in the sweep over them. */
    private static final int MEANING = 1;

    private static final int SHUFFLED = 2;
    private static final int RANDOM = 3;

    private ToySweepFindings() {}

    static List<Finding<?>> of(ToySweepExperiment sweep) {
        return List.of(
                Claim.ofEssay("gainVanishesWithData", sweep)
                        .with(languages(Map.of()))
                        .whateverSeed()
                        .heavy()
                        .expect(Status.HOLDS, each(ToySweepFindings::vanishes)),
                Claim.ours("smoothingDoesAsWell", sweep)
                        .with(languages(Map.of()))
                        .whateverSeed()
                        .heavy()
                        .expect(Status.HOLDS, each(ToySweepFindings::smoothing)),
                Claim.ofEssay("embeddingsMatter", sweep)
                        .with(languages(Map.of("over", "vectors", "samples", "200")))
                        .whateverSeed()
                        .heavy()
                        .expect(Status.HOLDS, each(ToySweepFindings::embeddings)),
                Claim.ofEssay("gainGrowsWithSynonyms", sweep)
                        .with(languages(Map.of("over", "synonyms", "samples", "500")))
                        .whateverSeed()
                        .eachCondition()
                        .heavy()
                        .expect(Status.DEPENDS_ON, each(ToySweepFindings::synonyms)),
                Claim.ours("mixBeatsCrossEntropy", sweep)
                        .with(languages(Map.of("over", "lambda", "samples", "5000")))
                        .whateverSeed()
                        .heavy()
                        .expect(Status.DOES_NOT_HOLD, each(ToySweepFindings::mixed)));
    }

    private static Map<String, String> languages(Map<String, String> others) {
        Map<String, String> all = new java.util.HashMap<>(others);
        all.put("repeats", Integer.toString(LANGUAGES));
        return Map.copyOf(all);
    }

    /** One language of a finished sweep. */
    private record Language(NamedResult result, int number) {
        double best(double at, String loss) {
            return cell(at, loss, "bestLoss");
        }

        double cell(double at, String loss, String column) {
            return result.table("runs")
                    .where("at", at)
                    .where("loss", loss)
                    .row("repeat", number)
                    .number(column);
        }

        /** Early-stopped test loss against cross entropy's; below 0 is a gain. */
        double gap(double at) {
            return best(at, FORM) - best(at, MLE);
        }
    }

    @FunctionalInterface
    private interface Reader {
        Sample of(Language language);
    }

    private static Finding.Reader each(Reader reader) {
        return result -> {
            IntFunction<Sample> sample = number -> reader.of(new Language(result, number));
            return IntStream.rangeClosed(1, LANGUAGES).mapToObj(sample).toList();
        };
    }

    /** With most data no gain is left, and less than with least. */
    private static Sample vanishes(Language language) {
        double least = language.gap(100);
        double most = language.gap(50_000);
        return Sample.of(
                        atLeast("gapWithMostData", most, 0),
                        above("gapRisesWithData", most - least, 0))
                .figures(least, most);
    }

    /** With 200 pairs, stopped early and at the end. */
    private static Sample smoothing(Language language) {
        double smoothed = language.best(200, SMOOTHED);
        double form = language.best(200, FORM);
        double smoothedEnd = language.cell(200, SMOOTHED, "testLoss");
        double formEnd = language.cell(200, FORM, "testLoss");
        return Sample.of(
                        atMost("smoothingOverFormBest", smoothed - form, 0.05),
                        below("smoothingOverFormEnd", smoothedEnd - formEnd, 0))
                .figures(smoothed, form, smoothedEnd, formEnd);
    }

    private static Sample embeddings(Language language) {
        double meaning = language.gap(MEANING);
        double shuffled = language.gap(SHUFFLED);
        return Sample.of(below("meaningOverShuffled", meaning - shuffled, 0))
                .figures(meaning, shuffled, language.gap(RANDOM));
    }

    /** From two words a meaning to eight, and from one to two. */
    private static Sample synonyms(Language language) {
        double one = language.gap(1);
        double two = language.gap(2);
        double eight = language.gap(8);
        return Sample.of(
                        below("gapFromTwoToEight", eight - two, 0),
                        below("gapFromOneToTwo", two - one, 0))
                .figures(one, two, eight);
    }

    /** λ = 0 is cross entropy. */
    private static Sample mixed(Language language) {
        double none = language.best(0, MIXED);
        double least = Double.POSITIVE_INFINITY;
        for (double lambda : language.result().series("bestLoss.mixed").x()) {
            least = lambda > 0 ? Math.min(least, language.best(lambda, MIXED)) : least;
        }
        return Sample.of(below("mixOverNone", least - none, 0))
                .figures(none, least, language.best(30, MIXED));
    }
}
