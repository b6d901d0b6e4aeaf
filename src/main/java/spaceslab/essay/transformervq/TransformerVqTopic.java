package spaceslab.essay.transformervq;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import spaceslab.essay.transformervq.training.TrainedModels;
import spaceslab.experiment.Essay;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.Finding;
import spaceslab.experiment.Topic;

/** Whether attention becomes linear when its keys are quantised. */
@Component
public final class TransformerVqTopic implements Topic {
    private final RecallExperiment recall = new RecallExperiment();
    private final CostExperiment cost = new CostExperiment();
    private final MapsExperiment maps = new MapsExperiment();
    private final CacheExperiment cache = new CacheExperiment();
    private final GradientsExperiment gradients = new GradientsExperiment();
    private final TrainedModels trained = new TrainedModels();
    private final List<Finding<?>> findings =
            Stream.of(
                            RecallFindings.of(recall),
                            CostFindings.of(cost),
                            MapsFindings.of(maps),
                            CacheFindings.of(cache),
                            GradientsFindings.of(gradients),
                            trained.findings())
                    .<Finding<?>>flatMap(List::stream)
                    .toList();

    @Override
    public String id() {
        return "transformer-vq";
    }

    @Override
    public Essay essay() {
        return new Essay(
                "VQ一下Key，Transformer的复杂度就变成线性了",
                LocalDate.of(2023, 11, 9),
                URI.create("https://kexue.fm/archives/9844"));
    }

    @Override
    public String formula() {
        return "\\exp\\bigl(Q\\hat K^{\\top}\\bigr)V"
                + " = \\exp\\bigl(QC^{\\top}\\bigr)\\bigl(\\Delta^{\\top}V\\bigr),"
                + "\\qquad \\hat K = \\Delta C";
    }

    @Override
    public List<Experiment<?>> experiments() {
        return Stream.concat(
                        Stream.<Experiment<?>>of(recall, maps, cache, cost, gradients),
                        trained.experiments().stream())
                .toList();
    }

    @Override
    public List<Finding<?>> findings() {
        return findings;
    }
}
