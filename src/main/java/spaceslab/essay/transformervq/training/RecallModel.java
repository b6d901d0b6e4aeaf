package spaceslab.essay.transformervq.training;

import spaceslab.essay.transformervq.training.model.Pass;
import spaceslab.essay.transformervq.training.model.UnitSettings;
import spaceslab.essay.transformervq.training.model.UnitStack;
import spaceslab.learning.Embedding;
import spaceslab.learning.Linear;
import spaceslab.learning.Losses;
import spaceslab.learning.Tensor;
import spaceslab.learning.Weights;

/** One attention unit between vectors for key and value and scores of values. */
final class RecallModel {
    private static final double DEVIATION = 0.5;

    private final RecallSequences task;
    private final Embedding keys;
    private final Embedding values;
    private final UnitStack units;
    private final Linear scores;

    RecallModel(Weights weights, RecallSequences task, UnitSettings settings) {
        this.task = task;
        int d = settings.width();
        keys = new Embedding(weights.within("keys"), task.keys(), d, DEVIATION);
        values = new Embedding(weights.within("values"), task.values() + 1, d, DEVIATION);
        units = new UnitStack(weights, settings, 1);
        scores = new Linear(weights.within("scores"), d, task.values());
    }

    UnitStack units() {
        return units;
    }

    /** Scores of the asked values, [batch, queries, V]. */
    Tensor scores(RecallSequences.Batch batch, Pass pass) {
        int n = task.length();
        int size = batch.keys().length / n;
        Tensor x =
                keys.apply(Tensor.indices(batch.keys(), size, n))
                        .plus(values.apply(Tensor.indices(batch.values(), size, n)));
        return scores.apply(units.apply(x, pass).slice(1, task.stores(), n));
    }

    /** [batch, queries]. */
    private Tensor targets(RecallSequences.Batch batch) {
        int n = task.length();
        return Tensor.indices(batch.targets(), batch.targets().length / n, n)
                .slice(1, task.stores(), n);
    }

    /** Mean −ln p of the asked values and the quantiser's loss. */
    Tensor loss(RecallSequences.Batch batch) {
        Pass pass = Pass.training();
        Tensor scores = scores(batch, pass);
        return Losses.crossEntropy(scores, targets(batch)).plus(pass.loss());
    }
}
