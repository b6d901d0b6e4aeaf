package spaceslab.essay.emo.toy;

import java.util.Arrays;
import java.util.List;

/** A number of the toy language's training that is varied, and its values. */
enum ToySweep {
    /** Word pairs: does the gap to cross entropy vanish with more data? */
    SAMPLES(100, 200, 500, 1000, 2000, 5000, 20_000, 50_000) {
        @Override
        ToySetup at(double value, ToySetup s) {
            return with(s, s.synonyms(), (int) value, s.vectors(), s.noise(), lambda(s));
        }
    },
    /** Words a meaning: does the gain grow with the vocabulary? */
    SYNONYMS(1, 2, 3, 4, 6, 8) {
        @Override
        ToySetup at(double value, ToySetup s) {
            return with(s, (int) value, s.samples(), s.vectors(), s.noise(), lambda(s));
        }
    },
    /** λ of MLE + λ·EMO from scratch. */
    LAMBDA(0, 0.3, 1, 3, 10, 30) {
        @Override
        ToySetup at(double value, ToySetup s) {
            return with(s, s.synonyms(), s.samples(), s.vectors(), s.noise(), value);
        }
    },
    /** Of the embeddings around their meaning's. */
    NOISE(0, 0.15, 0.3, 0.6, 1, 2) {
        @Override
        ToySetup at(double value, ToySetup s) {
            return with(s, s.synonyms(), s.samples(), s.vectors(), value, lambda(s));
        }
    },
    /** The embeddings' origins, by their number in the list. */
    VECTORS(1, 2, 3, 4, 5) {
        @Override
        ToySetup at(double value, ToySetup s) {
            WordVectors origin = WordVectors.values()[(int) value - 1];
            return with(s, s.synonyms(), s.samples(), origin, s.noise(), lambda(s));
        }
    };

    private final List<Double> points;

    ToySweep(double... values) {
        this.points = Arrays.stream(values).boxed().toList();
    }

    List<Double> points() {
        return points;
    }

    /** The set-up with the varied number at {@code value}. */
    abstract ToySetup at(double value, ToySetup setup);

    private static double lambda(ToySetup s) {
        return s.settings().lambda();
    }

    private static ToySetup with(
            ToySetup s,
            int synonyms,
            int samples,
            WordVectors vectors,
            double noise,
            double lambda) {
        return new ToySetup(
                s.meanings(),
                synonyms,
                samples,
                vectors,
                noise,
                s.dimension(),
                ToyParameters.settings(lambda),
                s.steps(),
                s.stepSize(),
                s.sharpness(),
                s.seed());
    }
}
