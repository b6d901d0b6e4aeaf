package spaceslab.essay.pretraining;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import spaceslab.essay.pretraining.scale.DataScaleExperiment;
import spaceslab.essay.pretraining.scale.DataScaleFindings;
import spaceslab.essay.pretraining.text.TextExperiment;
import spaceslab.essay.pretraining.text.TextFindings;
import spaceslab.essay.pretraining.transfer.TransferExperiment;
import spaceslab.essay.pretraining.transfer.TransferFindings;
import spaceslab.experiment.Essay;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.Finding;
import spaceslab.experiment.Topic;

/** Whether long-range tasks need another architecture or only another beginning. */
@Component
public final class PretrainingTopic implements Topic {
    private final ListopsExperiment listops = new ListopsExperiment();
    private final PathfinderExperiment pathfinder = new PathfinderExperiment();
    private final TransferExperiment transfer = new TransferExperiment();
    private final DataScaleExperiment dataScale = new DataScaleExperiment();
    private final TextExperiment text = new TextExperiment();
    private final List<Finding<?>> findings =
            Stream.of(
                            TransferFindings.of(transfer),
                            DataScaleFindings.of(dataScale),
                            TextFindings.of(text),
                            TaskFindings.of(listops, pathfinder))
                    .flatMap(List::stream)
                    .<Finding<?>>map(finding -> finding)
                    .toList();

    @Override
    public String id() {
        return "pretraining";
    }

    @Override
    public Essay essay() {
        return new Essay(
                "预训练一下，Transformer的长序列成绩还能涨不少！",
                LocalDate.of(2023, 10, 8),
                URI.create("https://kexue.fm/archives/9787"));
    }

    @Override
    public String formula() {
        return "-\\sum_{i\\,\\in\\,\\text{masked}} \\log p_\\theta(x_i \\mid x_{\\text{visible}})"
                + "\\;\\longrightarrow\\; -\\log p_\\theta(y \\mid x)";
    }

    @Override
    public List<Experiment<?>> experiments() {
        return List.of(listops, pathfinder, transfer, dataScale, text);
    }

    @Override
    public List<Finding<?>> findings() {
        return findings;
    }
}
