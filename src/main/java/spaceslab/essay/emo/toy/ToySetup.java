package spaceslab.essay.emo.toy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import spaceslab.essay.emo.loss.ExpectedLoss;
import spaceslab.essay.emo.loss.Loss;
import spaceslab.essay.emo.transport.Costs;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.SeededStreams;

/**
 * One language, one text, and a training of it.
 *
 * @param sharpness 1/temperature of sampling
 */
record ToySetup(
        int meanings,
        int synonyms,
        int samples,
        WordVectors vectors,
        double noise,
        int dimension,
        Loss.Settings settings,
        int steps,
        double stepSize,
        double sharpness,
        long seed) {
    /** Purposes of random streams. */
    private static final long LANGUAGE = 0;

    private static final long TEXT = 1;
    private static final long LOT = 2;

    ToyLanguage language() {
        return ToyLanguage.draw(meanings, synonyms, dimension, noise, streams().child(LANGUAGE));
    }

    private SeededStreams streams() {
        return new SeededStreams(seed);
    }

    double[][] counts(ToyLanguage language) {
        return language.count(samples, streams().child(TEXT).stream(0));
    }

    /** The frozen cost. */
    Costs costs(ToyLanguage language, double[][] counts, StopSignal stop) {
        WordVectors.Source source =
                new WordVectors.Source(language, counts, dimension, streams().child(LOT).stream(0));
        return Costs.cosine(vectors.of(source, stop));
    }

    /** One training. */
    Course train(Loss kind, ToyLanguage language, double[][] counts, Costs costs, StopSignal stop) {
        List<Integer> at = new ArrayList<>();
        List<ToyQuality> seen = new ArrayList<>();
        double[][] last = new double[language.words()][];
        ToyTraining.Observer observer =
                (step, table) -> {
                    at.add(step);
                    seen.add(ToyQuality.of(table, sharpness, language));
                    for (int i = 0; i < last.length; i++) {
                        last[i] = table[i].clone();
                    }
                };
        new ToyTraining(new ExpectedLoss(kind, settings, costs), counts, stepSize)
                .run(steps, observer, stop);
        return new Course(at, seen, last);
    }

    /**
     * What was seen of a training.
     *
     * @param steps at which it was looked at
     * @param seen then
     * @param table at the end
     */
    record Course(List<Integer> steps, List<ToyQuality> seen, double[][] table) {
        ToyQuality end() {
            return seen.getLast();
        }

        /** The look with the least test loss: where early stopping would stop. */
        int best() {
            int best = 0;
            for (int k = 1; k < seen.size(); k++) {
                best = seen.get(k).testLoss() < seen.get(best).testLoss() ? k : best;
            }
            return best;
        }

        double bestLoss() {
            return seen.get(best()).testLoss();
        }

        /** The first step with a test loss of at most {@code goal}. */
        OptionalInt reaches(double goal) {
            return IntStream.range(0, seen.size())
                    .filter(k -> seen.get(k).testLoss() <= goal)
                    .map(steps::get)
                    .findFirst();
        }
    }
}
