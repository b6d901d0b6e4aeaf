package spaceslab.essay.emo;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import spaceslab.essay.emo.language.LanguageExperiment;
import spaceslab.essay.emo.language.LanguageFindings;
import spaceslab.essay.emo.language.PretrainExperiment;
import spaceslab.essay.emo.language.TrainedWeights;
import spaceslab.essay.emo.toy.ToyExperiment;
import spaceslab.essay.emo.toy.ToySweepExperiment;
import spaceslab.experiment.Essay;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.Finding;
import spaceslab.experiment.ShippedSetup;
import spaceslab.experiment.ShippedWeights;
import spaceslab.experiment.Topic;

/** A loss made from optimal transport. */
@Component
public final class EmoTopic implements Topic {
    private final MicroscopeExperiment microscope = new MicroscopeExperiment();
    private final MinimisersExperiment minimisers = new MinimisersExperiment();
    private final ToyExperiment toy = new ToyExperiment();
    private final ToySweepExperiment toySweep = new ToySweepExperiment();
    private final LanguageExperiment language = new LanguageExperiment();
    private final PretrainExperiment pretrain = new PretrainExperiment();
    private final DistancesExperiment distances = new DistancesExperiment();
    private final EntropicExperiment entropic = new EntropicExperiment();
    private final List<Finding<?>> findings =
            Stream.concat(
                            EmoFindings.of(
                                    microscope, minimisers, toy, toySweep, distances, entropic)
                                    .stream(),
                            LanguageFindings.of(language, pretrain).stream())
                    .<Finding<?>>map(finding -> finding)
                    .toList();

    @Override
    public String id() {
        return "emo";
    }

    @Override
    public Essay essay() {
        return new Essay(
                "EMO：基于最优传输思想设计的分类损失函数",
                LocalDate.of(2023, 10, 13),
                URI.create("https://kexue.fm/archives/9797"));
    }

    @Override
    public String formula() {
        return "\\mathcal L = \\sum_i p_i\\,c_{i,t}"
                + " = 1 - \\Bigl\\langle \\sum_i p_i\\,\\hat{\\boldsymbol e}_i,\\ "
                + "\\hat{\\boldsymbol e}_t\\Bigr\\rangle";
    }

    @Override
    public List<Experiment<?>> experiments() {
        return List.of(
                microscope, minimisers, toy, toySweep, language, pretrain, distances, entropic);
    }

    @Override
    public List<ShippedWeights> weights() {
        return TrainedWeights.declared();
    }

    @Override
    public List<Finding<?>> findings() {
        return findings;
    }

    /** Two live defaults as well, which a server that has just started answers slowly. */
    @Override
    public List<ShippedSetup<?>> shipped() {
        return Stream.<ShippedSetup<?>>concat(
                        Topic.super.shipped().stream(),
                        Stream.of(ShippedSetup.byDefault(toy), ShippedSetup.byDefault(distances)))
                .toList();
    }
}
