package spaceslab.essay.transformervq.training;

import java.util.ArrayList;
import java.util.List;
import spaceslab.essay.transformervq.training.model.KeyCodebooks;
import spaceslab.essay.transformervq.training.model.Truncation;
import spaceslab.essay.transformervq.training.model.UnitSettings;
import spaceslab.experiment.Parameter;
import spaceslab.experiment.ParameterSchema;

/**
 * Of a recall task and the arms that learn it.
 *
 * @param codes c of codebooks, an arm each
 * @param levels L_i of the lattice, an arm
 * @param keys M of the task
 * @param values V of the task
 * @param stores tokens that show a key and its value
 * @param queries tokens that ask
 * @param block l
 * @param keySize d_k
 * @param width D
 * @param bias whether near scores have a learned bias
 * @param steps of every arm
 * @param rate step size
 * @param decay γ of the codebooks
 * @param commitment β
 * @param seed of tasks, weights and codebooks
 */
record RecallTrainingParameters(
        @Parameter(
                        value = "4,8,16,32",
                        min = "1",
                        max = "256",
                        scale = Parameter.Scale.LOG,
                        maxItems = 4,
                        symbol = "c")
                List<Integer> codes,
        @Parameter(value = "8,4", min = "2", max = "16", maxItems = 4, symbol = "L_i")
                List<Integer> levels,
        @Parameter(value = "16", min = "2", max = "64", scale = Parameter.Scale.LOG, symbol = "M")
                int keys,
        @Parameter(value = "16", min = "2", max = "64", scale = Parameter.Scale.LOG, symbol = "V")
                int values,
        @Parameter(value = "80", min = "4", max = "512", step = "4") int stores,
        @Parameter(value = "48", min = "4", max = "512", step = "4") int queries,
        @Parameter(value = "16", min = "4", max = "128", step = "4", symbol = "l") int block,
        @Parameter(value = "16", min = "2", max = "64", symbol = "d_k") int keySize,
        @Parameter(value = "48", min = "8", max = "96", step = "8", symbol = "D") int width,
        @Parameter("false") boolean bias,
        @Parameter(value = "200", min = "20", max = "3000", scale = Parameter.Scale.LOG) int steps,
        @Parameter(value = "0.004", min = "0.0001", max = "0.02", scale = Parameter.Scale.LOG)
                double rate,
        @Parameter(value = "0.95", min = "0.5", max = "0.999", symbol = "\\gamma") double decay,
        @Parameter(
                        value = "0.0001",
                        min = "0.00001",
                        max = "1",
                        scale = Parameter.Scale.LOG,
                        symbol = "\\beta")
                double commitment,
        @Parameter(value = "1", seed = true) long seed) {
    static final int BATCH = 32;
    private static final int RESET_PERIOD = 25;

    RecallTrainingParameters {
        codes = List.copyOf(codes);
        levels = List.copyOf(levels);
        ParameterSchema.check(
                RecallTrainingParameters.class,
                codes,
                levels,
                keys,
                values,
                stores,
                queries,
                block,
                keySize,
                width,
                bias,
                steps,
                rate,
                decay,
                commitment,
                seed);
        int n = stores + queries;
        Refusals.multiple("stores", stores, block);
        Refusals.multiple("queries", queries, block);
        if (queries < 2 * block) {
            throw Refusals.range("queries", queries, "≥ " + 2 * block);
        }
        Refusals.codes("codes", codes, n);
        Refusals.levels("levels", levels, n);
        Refusals.steps(
                steps,
                new TrainingCost(unit(width, keySize, block, bias), 1, values, BATCH, n)
                        .secondsPerStep(arms(codes, levels)));
    }

    RecallSequences task() {
        return new RecallSequences(keys, values, stores, queries);
    }

    UnitSettings unit() {
        return unit(width, keySize, block, bias);
    }

    private static UnitSettings unit(int width, int keySize, int block, boolean bias) {
        return new UnitSettings(width, keySize, 2 * width, block, bias, Truncation.TWO_BLOCKS);
    }

    TrainingCost work() {
        return new TrainingCost(unit(), 1, values, BATCH, stores + queries);
    }

    KeyCodebooks codebooks() {
        return new KeyCodebooks(decay, commitment, RESET_PERIOD);
    }

    /** In the order in which they train, two at a time. */
    List<AttentionArm> arms() {
        return arms(codes, levels);
    }

    private static List<AttentionArm> arms(List<Integer> codes, List<Integer> levels) {
        List<AttentionArm> arms = new ArrayList<>();
        arms.add(new AttentionArm.Window());
        arms.add(new AttentionArm.Full());
        codes.forEach(c -> arms.add(new AttentionArm.Codebook(c)));
        arms.add(new AttentionArm.Lattice(levels));
        return arms;
    }
}
