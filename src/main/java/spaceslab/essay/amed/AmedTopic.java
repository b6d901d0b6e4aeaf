package spaceslab.essay.amed;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import spaceslab.essay.amed.denoiser.DenoiserExperiment;
import spaceslab.essay.amed.denoiser.DenoiserFindings;
import spaceslab.essay.amed.denoiser.ShippedDenoiser;
import spaceslab.essay.amed.meanvalue.ChordExperiment;
import spaceslab.essay.amed.meanvalue.MeanValueExperiment;
import spaceslab.essay.amed.meanvalue.MeanValueFindings;
import spaceslab.experiment.Essay;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.Finding;
import spaceslab.experiment.ShippedSetup;
import spaceslab.experiment.ShippedWeights;
import spaceslab.experiment.Topic;

/** How few evaluations a diffusion model can be sampled with. */
@Component
public final class AmedTopic implements Topic {
    private final TrajectoriesExperiment trajectories = new TrajectoriesExperiment();
    private final NfeSweepExperiment nfeSweep = new NfeSweepExperiment();
    private final OrderExperiment order = new OrderExperiment();
    private final ChordExperiment chord = new ChordExperiment();
    private final ImagesExperiment images = new ImagesExperiment();
    private final TrainingExperiment training = new TrainingExperiment();
    private final DenoiserExperiment denoiser = new DenoiserExperiment();
    private final MeanValueExperiment meanValue = new MeanValueExperiment();
    private final List<Finding<?>> findings =
            Stream.of(
                            new AmedFindings(nfeSweep, order, images, training).all(),
                            DenoiserFindings.of(denoiser),
                            MeanValueFindings.of(chord, meanValue))
                    .<Finding<?>>flatMap(List::stream)
                    .toList();

    @Override
    public String id() {
        return "amed";
    }

    @Override
    public Essay essay() {
        return new Essay(
                "生成扩散模型漫谈（二十一）：中值定理加速ODE采样",
                LocalDate.of(2023, 12, 7),
                URI.create("https://kexue.fm/archives/9881"));
    }

    @Override
    public String formula() {
        return "\\boldsymbol x_{t_n} \\approx \\boldsymbol x_{t_{n+1}}"
                + " + c_n\\,(t_n - t_{n+1})\\,\\boldsymbol v(\\boldsymbol x_{s_n}, s_n),"
                + "\\qquad s_n = t_n^{r_n} t_{n+1}^{1-r_n}";
    }

    @Override
    public List<Experiment<?>> experiments() {
        return List.of(trajectories, nfeSweep, order, images, training, denoiser, chord, meanValue);
    }

    @Override
    public List<Finding<?>> findings() {
        return findings;
    }

    @Override
    public List<ShippedWeights> weights() {
        return Stream.of(ShippedDenoiser.values()).map(ShippedDenoiser::declared).toList();
    }

    /** The two live defaults as well: on a server that has just started they take over a second. */
    @Override
    public List<ShippedSetup<?>> shipped() {
        return Stream.<ShippedSetup<?>>concat(
                        Topic.super.shipped().stream(),
                        Stream.of(
                                ShippedSetup.byDefault(trajectories),
                                ShippedSetup.byDefault(order)))
                .toList();
    }
}
