package spaceslab.essay.fsq;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import spaceslab.essay.fsq.training.CompareExperiment;
import spaceslab.essay.fsq.training.GenerationExperiment;
import spaceslab.essay.fsq.training.GenerationFindings;
import spaceslab.essay.fsq.training.SizesExperiment;
import spaceslab.essay.fsq.training.TrainingFindings;
import spaceslab.experiment.Essay;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.Finding;
import spaceslab.experiment.Topic;

/** Whether rounding can replace a learned codebook. */
@Component
public final class FsqTopic implements Topic {
    private final QuantiserExperiment quantiser = new QuantiserExperiment();
    private final CollapseExperiment collapse = new CollapseExperiment();
    private final CompareExperiment compare = new CompareExperiment();
    private final GenerationExperiment generation = new GenerationExperiment();
    private final SizesExperiment sizes = new SizesExperiment();
    private final List<Finding<?>> findings =
            Stream.of(
                            FsqFindings.of(quantiser, collapse),
                            TrainingFindings.of(compare, sizes),
                            GenerationFindings.of(generation))
                    .<Finding<?>>flatMap(List::stream)
                    .toList();

    @Override
    public String id() {
        return "fsq";
    }

    @Override
    public Essay essay() {
        return new Essay(
                "简单得令人尴尬的FSQ：“四舍五入”超越了VQ-VAE",
                LocalDate.of(2023, 10, 31),
                URI.create("https://kexue.fm/archives/9826"));
    }

    @Override
    public String formula() {
        return "\\mathrm{FSQ}(t) = \\mathrm{round}\\bigl[(L-1)\\,\\sigma(t)\\bigr]";
    }

    @Override
    public List<Experiment<?>> experiments() {
        return List.of(quantiser, collapse, compare, sizes, generation);
    }

    @Override
    public List<Finding<?>> findings() {
        return findings;
    }
}
