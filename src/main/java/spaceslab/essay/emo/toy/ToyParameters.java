package spaceslab.essay.emo.toy;

import java.util.List;
import spaceslab.essay.emo.loss.Loss;
import spaceslab.experiment.Parameter;
import spaceslab.experiment.ParameterSchema;

/**
 * Of the toy language and its training.
 *
 * @param meanings clusters of words
 * @param synonyms words a meaning
 * @param samples word pairs in the training text
 * @param losses compared
 * @param vectors where the embeddings of the frozen cost come from
 * @param noise of the embeddings around their meaning's
 * @param dimension of the embeddings
 * @param lambda λ of the mixed loss
 * @param gamma γ of TaiLr
 * @param eta η of MixCE
 * @param smoothing σ of label smoothing
 * @param steps of plain descent
 * @param stepSize of each
 * @param temperature at which the table is sampled
 * @param seed of language and text
 */
record ToyParameters(
        @Parameter(value = "8", min = "2", max = "16", step = "1", symbol = "K") int meanings,
        @Parameter(value = "4", min = "1", max = "8", step = "1", symbol = "m") int synonyms,
        @Parameter(
                        value = "1000",
                        min = "100",
                        max = "100000",
                        scale = Parameter.Scale.LOG,
                        symbol = "n")
                int samples,
        @Parameter(value = "mle,mode1Detached,emo,labelSmoothing", maxItems = 10) List<Loss> losses,
        @Parameter("meaning") WordVectors vectors,
        @Parameter(value = "0.15", min = "0", max = "2", step = "0.05") double noise,
        @Parameter(value = "12", min = "2", max = "32", step = "1", symbol = "D") int dimension,
        @Parameter(value = "1", min = "0", max = "20", step = "0.1", symbol = "\\lambda")
                double lambda,
        @Parameter(value = "0.1", min = "0", max = "1", step = "0.01", symbol = "\\gamma")
                double gamma,
        @Parameter(value = "0.5", min = "0", max = "1", step = "0.01", symbol = "\\eta") double eta,
        @Parameter(value = "0.1", min = "0", max = "0.9", step = "0.01", symbol = "\\sigma")
                double smoothing,
        @Parameter(value = "1500", min = "50", max = "5000", scale = Parameter.Scale.LOG) int steps,
        @Parameter(value = "0.5", min = "0.02", max = "2", scale = Parameter.Scale.LOG)
                double stepSize,
        @Parameter(value = "1", min = "0.3", max = "2", step = "0.1", symbol = "T")
                double temperature,
        @Parameter(value = "1", seed = true) long seed) {
    ToyParameters {
        losses = List.copyOf(losses);
        ParameterSchema.check(
                ToyParameters.class,
                meanings,
                synonyms,
                samples,
                losses,
                vectors,
                noise,
                dimension,
                lambda,
                gamma,
                eta,
                smoothing,
                steps,
                stepSize,
                temperature,
                seed);
    }

    ToySetup setup() {
        return new ToySetup(
                meanings,
                synonyms,
                samples,
                vectors,
                noise,
                dimension,
                new Loss.Settings(lambda, gamma, Loss.Settings.FLOOR, eta, smoothing),
                steps,
                stepSize,
                1 / temperature,
                seed);
    }

    static Loss.Settings settings(double lambda) {
        return new Loss.Settings(lambda, 0.1, Loss.Settings.FLOOR, 0.5, 0.1);
    }
}
