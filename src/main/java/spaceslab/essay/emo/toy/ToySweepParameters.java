package spaceslab.essay.emo.toy;

import java.util.List;
import spaceslab.essay.emo.loss.Loss;
import spaceslab.experiment.Parameter;
import spaceslab.experiment.ParameterSchema;

/**
 * Of trainings of the toy language over one of its numbers.
 *
 * @param over what is varied
 * @param losses compared; with λ only the mixed loss is
 * @param samples word pairs in the training text, unless varied
 * @param synonyms words a meaning, unless varied
 * @param noise of the embeddings, unless varied
 * @param vectors where they come from, unless varied
 * @param lambda λ of the mixed loss, unless varied
 * @param goal test loss above the language's entropy that counts as reached
 * @param steps of plain descent
 * @param stepSize of each
 * @param repeats languages and texts
 * @param seed of the first
 */
record ToySweepParameters(
        @Parameter("samples") ToySweep over,
        @Parameter(value = "mle,mode1Detached,emo,labelSmoothing", maxItems = 10) List<Loss> losses,
        @Parameter(
                        value = "1000",
                        min = "100",
                        max = "100000",
                        scale = Parameter.Scale.LOG,
                        symbol = "n",
                        when = "over=synonyms|lambda|noise|vectors")
                int samples,
        @Parameter(
                        value = "4",
                        min = "1",
                        max = "8",
                        step = "1",
                        symbol = "m",
                        when = "over=samples|lambda|noise|vectors")
                int synonyms,
        @Parameter(
                        value = "0.15",
                        min = "0",
                        max = "2",
                        step = "0.05",
                        when = "over=samples|synonyms|lambda|vectors")
                double noise,
        @Parameter(value = "meaning", when = "over=samples|synonyms|lambda|noise")
                WordVectors vectors,
        @Parameter(
                        value = "1",
                        min = "0",
                        max = "20",
                        step = "0.1",
                        symbol = "\\lambda",
                        when = "over=samples|synonyms|noise|vectors")
                double lambda,
        @Parameter(value = "0.4", min = "0.02", max = "1", step = "0.02") double goal,
        @Parameter(value = "1500", min = "50", max = "5000", scale = Parameter.Scale.LOG) int steps,
        @Parameter(value = "0.5", min = "0.02", max = "2", scale = Parameter.Scale.LOG)
                double stepSize,
        @Parameter(value = "3", min = "1", max = "10", step = "1") int repeats,
        @Parameter(value = "1", seed = true) long seed) {
    /** The notes' language. */
    static final int MEANINGS = 8;

    static final int DIMENSION = 12;

    ToySweepParameters {
        losses = List.copyOf(losses);
        ParameterSchema.check(
                ToySweepParameters.class,
                over,
                losses,
                samples,
                synonyms,
                noise,
                vectors,
                lambda,
                goal,
                steps,
                stepSize,
                repeats,
                seed);
    }

    ToySetup setup(int repeat) {
        return new ToySetup(
                MEANINGS,
                synonyms,
                samples,
                vectors,
                noise,
                DIMENSION,
                ToyParameters.settings(lambda),
                steps,
                stepSize,
                1,
                seed + repeat);
    }

    /** With λ there is one loss to compare. */
    List<Loss> compared() {
        return over == ToySweep.LAMBDA ? List.of(Loss.MIXED) : losses;
    }
}
