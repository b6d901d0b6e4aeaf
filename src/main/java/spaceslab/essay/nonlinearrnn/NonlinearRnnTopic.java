package spaceslab.essay.nonlinearrnn;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import spaceslab.essay.nonlinearrnn.training.DeerFindings;
import spaceslab.essay.nonlinearrnn.training.SweepsExperiment;
import spaceslab.essay.nonlinearrnn.training.SweepsFindings;
import spaceslab.essay.nonlinearrnn.training.TrainingExperiment;
import spaceslab.experiment.Essay;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.Finding;
import spaceslab.experiment.Topic;

/** Whether a nonlinear recurrent network can be evaluated for all times at once. */
@Component
public final class NonlinearRnnTopic implements Topic {
    private final IterateExperiment iterate = new IterateExperiment();
    private final GainSweepExperiment gainSweep = new GainSweepExperiment();
    private final ScalingExperiment scaling = new ScalingExperiment();
    private final TrainingExperiment training = new TrainingExperiment(new GruModels());
    private final SweepsExperiment sweeps = new SweepsExperiment();
    private final List<Finding<?>> findings =
            Stream.of(
                            new NonlinearRnnFindings(iterate, gainSweep, scaling).all(),
                            DeerFindings.of(training),
                            SweepsFindings.of(sweeps))
                    .<Finding<?>>flatMap(List::stream)
                    .toList();

    @Override
    public String id() {
        return "nonlinear-rnn";
    }

    @Override
    public Essay essay() {
        return new Essay(
                "脑洞大开：非线性RNN居然也可以并行计算？",
                LocalDate.of(2023, 9, 26),
                URI.create("https://kexue.fm/archives/9783"));
    }

    @Override
    public String formula() {
        return "x_t^{(n)} - A x_{t-1}^{(n)} = \\tanh\\bigl(A x_{t-1}^{(n-1)} + u_t\\bigr)"
                + " - A x_{t-1}^{(n-1)}";
    }

    @Override
    public List<Experiment<?>> experiments() {
        return List.of(iterate, gainSweep, scaling, training, sweeps);
    }

    @Override
    public List<Finding<?>> findings() {
        return findings;
    }
}
