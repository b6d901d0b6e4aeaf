package spaceslab.essay.transformervq.training;

import java.util.List;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.Finding;

/** What the topic shows of trained models. */
public final class TrainedModels {
    private final RecallTrainingExperiment recall = new RecallTrainingExperiment();

    /** The experiments, in reading order. */
    public List<Experiment<?>> experiments() {
        return List.of(recall);
    }

    /** The claims that they check. */
    public List<Finding<?>> findings() {
        return RecallTrainingFindings.of(recall);
    }
}
