package spaceslab.essay.transformervq.training;

import java.util.List;
import java.util.stream.Stream;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.Finding;

/** What the topic shows of trained models. */
public final class TrainedModels {
    private final RecallTrainingExperiment recall = new RecallTrainingExperiment();
    private final LanguageExperiment language = new LanguageExperiment();
    private final ConversionExperiment conversion = new ConversionExperiment();

    /** The experiments, in reading order. */
    public List<Experiment<?>> experiments() {
        return List.of(recall, language, conversion);
    }

    /** The claims that they check. */
    public List<Finding<?>> findings() {
        return Stream.of(
                        RecallTrainingFindings.of(recall),
                        LanguageFindings.of(language, conversion))
                .<Finding<?>>flatMap(List::stream)
                .toList();
    }
}
