package spaceslab.essay.transformervq.training;

import java.util.List;
import spaceslab.essay.transformervq.training.model.Truncation;
import spaceslab.essay.transformervq.training.model.UnitSettings;
import spaceslab.experiment.Parameter;
import spaceslab.experiment.ParameterSchema;
import spaceslab.learning.data.Texts;

/**
 * Of a model trained with full attention whose keys are quantised afterwards.
 *
 * @param text learned
 * @param codes c, an arm each
 * @param n bytes of a window
 * @param block l
 * @param keySize d_k
 * @param width D
 * @param units of attention
 * @param steps with full attention
 * @param tuning steps after the conversion
 * @param rate step size with full attention
 * @param tuningRate step size after the conversion
 * @param seed of windows, weights and codebooks
 */
record ConversionParameters(
        @Parameter("kingJames") Texts text,
        @Parameter(
                        value = "4,16,64",
                        min = "1",
                        max = "256",
                        scale = Parameter.Scale.LOG,
                        maxItems = 4,
                        symbol = "c")
                List<Integer> codes,
        @Parameter(value = "128", min = "32", max = "512", step = "16", symbol = "n") int n,
        @Parameter(value = "16", min = "4", max = "128", step = "4", symbol = "l") int block,
        @Parameter(value = "16", min = "4", max = "64", symbol = "d_k") int keySize,
        @Parameter(value = "64", min = "16", max = "128", step = "8", symbol = "D") int width,
        @Parameter(value = "2", min = "1", max = "4") int units,
        @Parameter(value = "300", min = "20", max = "3000", scale = Parameter.Scale.LOG) int steps,
        @Parameter(value = "60", min = "10", max = "1000", scale = Parameter.Scale.LOG) int tuning,
        @Parameter(value = "0.004", min = "0.0001", max = "0.02", scale = Parameter.Scale.LOG)
                double rate,
        @Parameter(value = "0.001", min = "0.0001", max = "0.02", scale = Parameter.Scale.LOG)
                double tuningRate,
        @Parameter(value = "1", seed = true) long seed) {

    ConversionParameters {
        codes = List.copyOf(codes);
        ParameterSchema.check(
                ConversionParameters.class,
                text,
                codes,
                n,
                block,
                keySize,
                width,
                units,
                steps,
                tuning,
                rate,
                tuningRate,
                seed);
        Refusals.multiple("n", n, block);
        Refusals.codes("codes", codes, n);
        TrainingCost work = work(unit(width, keySize, block), units, n);
        List<AttentionArm> arms = AttentionArm.comparison(codes);
        double whole = steps * work.secondsPerStep(new AttentionArm.Full());
        Refusals.steps(steps, whole / steps);
        Refusals.within("tuning", tuning, work.secondsPerStep(arms), Refusals.MOST_SECONDS - whole);
    }

    private static UnitSettings unit(int width, int keySize, int block) {
        return new UnitSettings(width, keySize, 2 * width, block, true, Truncation.TWO_BLOCKS);
    }

    private static TrainingCost work(UnitSettings unit, int units, int n) {
        return new TrainingCost(unit, units, ByteText.SYMBOLS, ByteTraining.BATCH, n);
    }

    TrainingCost work() {
        return work(unit(width, keySize, block), units, n);
    }

    ByteTraining.Setup setup() {
        return new ByteTraining.Setup(
                ByteText.of(text), n, unit(width, keySize, block), units, seed);
    }

    /** What the trained model is converted to; full attention goes on as it is. */
    List<AttentionArm> arms() {
        return AttentionArm.comparison(codes);
    }
}
