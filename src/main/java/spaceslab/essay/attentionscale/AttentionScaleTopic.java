package spaceslab.essay.attentionscale;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import spaceslab.experiment.Essay;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.Finding;
import spaceslab.experiment.Topic;

/** Which scale of attention passes the largest gradient through the softmax. */
@Component
public final class AttentionScaleTopic implements Topic {
    private final CurveExperiment curve = new CurveExperiment();
    private final SweepExperiment sweep = new SweepExperiment();
    private final SampleExperiment sample = new SampleExperiment();
    private final CausalExperiment causal = new CausalExperiment();
    private final JacobianExperiment jacobian = new JacobianExperiment();
    private final TrainingExperiment training = new TrainingExperiment();
    private final List<Finding<?>> findings =
            Stream.concat(
                            new AttentionScaleFindings(curve, sweep, sample, causal, jacobian)
                                    .all().stream(),
                            TrainingFindings.of(training).stream())
                    .toList();

    @Override
    public String id() {
        return "attention-scale";
    }

    @Override
    public Essay essay() {
        return new Essay(
                "从梯度最大化看Attention的Scale操作",
                LocalDate.of(2023, 10, 22),
                URI.create("https://kexue.fm/archives/9812"));
    }

    @Override
    public String formula() {
        return "G(\\alpha) = \\alpha\\Bigl(1 - \\sum_i p_i^2\\Bigr)";
    }

    @Override
    public List<Experiment<?>> experiments() {
        return List.of(curve, sweep, sample, causal, jacobian, training);
    }

    @Override
    public List<Finding<?>> findings() {
        return findings;
    }
}
