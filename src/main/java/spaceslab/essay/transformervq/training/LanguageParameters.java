package spaceslab.essay.transformervq.training;

import java.util.List;
import spaceslab.essay.transformervq.training.model.Truncation;
import spaceslab.essay.transformervq.training.model.UnitSettings;
import spaceslab.experiment.Parameter;
import spaceslab.experiment.ParameterSchema;
import spaceslab.learning.SymbolChoice;
import spaceslab.learning.data.Texts;

/**
 * Of a language model over bytes and the ways in which it attends.
 *
 * @param text learned
 * @param codes c of codebooks, an arm each
 * @param n bytes of a training window
 * @param longer times the training window that the model is tested on
 * @param block l
 * @param keySize d_k
 * @param width D
 * @param units of attention
 * @param bias whether near scores have a learned bias
 * @param truncation of gradients, where there is a cache or a window
 * @param steps of every arm
 * @param rate step size
 * @param temperature of writing
 * @param nucleus least probability of the bytes that writing chooses among
 * @param written bytes of a text
 * @param seed of windows, weights, codebooks and texts
 */
record LanguageParameters(
        @Parameter("kingJames") Texts text,
        @Parameter(
                        value = "32",
                        min = "1",
                        max = "256",
                        scale = Parameter.Scale.LOG,
                        maxItems = 4,
                        symbol = "c")
                List<Integer> codes,
        @Parameter(value = "128", min = "32", max = "512", step = "16", symbol = "n") int n,
        @Parameter(value = "16", min = "1", max = "16") int longer,
        @Parameter(value = "16", min = "4", max = "128", step = "4", symbol = "l") int block,
        @Parameter(value = "16", min = "4", max = "64", symbol = "d_k") int keySize,
        @Parameter(value = "64", min = "16", max = "128", step = "8", symbol = "D") int width,
        @Parameter(value = "2", min = "1", max = "4") int units,
        @Parameter("true") boolean bias,
        @Parameter("twoBlocks") Truncation truncation,
        @Parameter(value = "300", min = "20", max = "3000", scale = Parameter.Scale.LOG) int steps,
        @Parameter(value = "0.004", min = "0.0001", max = "0.02", scale = Parameter.Scale.LOG)
                double rate,
        @Parameter(value = "0.8", min = "0.1", max = "3", scale = Parameter.Scale.LOG)
                double temperature,
        @Parameter(value = "0.9", min = "0.05", max = "1", symbol = "p") double nucleus,
        @Parameter(value = "240", min = "20", max = "2000", scale = Parameter.Scale.LOG)
                int written,
        @Parameter(value = "1", seed = true) long seed) {

    LanguageParameters {
        codes = List.copyOf(codes);
        ParameterSchema.check(
                LanguageParameters.class,
                text,
                codes,
                n,
                longer,
                block,
                keySize,
                width,
                units,
                bias,
                truncation,
                steps,
                rate,
                temperature,
                nucleus,
                written,
                seed);
        Refusals.multiple("n", n, block);
        Refusals.codes("codes", codes, n);
        TrainingCost work =
                new TrainingCost(
                        unit(width, keySize, block, bias, truncation),
                        units,
                        ByteText.SYMBOLS,
                        ByteTraining.BATCH,
                        n);
        Refusals.steps(steps, work.secondsPerStep(AttentionArm.comparison(codes)));
    }

    private static UnitSettings unit(
            int width, int keySize, int block, boolean bias, Truncation truncation) {
        return new UnitSettings(width, keySize, 2 * width, block, bias, truncation);
    }

    ByteTraining.Setup setup() {
        return new ByteTraining.Setup(
                ByteText.of(text), n, unit(width, keySize, block, bias, truncation), units, seed);
    }

    TrainingCost work(int batch, int length) {
        return new TrainingCost(
                unit(width, keySize, block, bias, truncation),
                units,
                ByteText.SYMBOLS,
                batch,
                length);
    }

    /** In the order in which they train, two at a time. */
    List<AttentionArm> arms() {
        return AttentionArm.comparison(codes);
    }

    /** How bytes are drawn. */
    SymbolChoice choice() {
        return new SymbolChoice(temperature, nucleus);
    }
}
