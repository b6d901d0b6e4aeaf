package spaceslab.essay.minimumsum;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import spaceslab.experiment.Essay;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.Finding;
import spaceslab.experiment.Topic;

/** The essay on the least a + b + c with N = ab + c. */
@Component
public final class MinimumSumTopic implements Topic {
    private final SolveExperiment solve = new SolveExperiment();
    private final ScanExperiment scan = new ScanExperiment();

    @Override
    public String id() {
        return "minimum-sum";
    }

    @Override
    public Essay essay() {
        return new Essay(
                "自然数集中 N = ab + c 时 a + b + c 的最小值",
                LocalDate.of(2023, 9, 20),
                URI.create("https://kexue.fm/archives/9775"));
    }

    @Override
    public String formula() {
        return "N = ab + c,\\quad S = a + b + c";
    }

    @Override
    public List<Experiment<?>> experiments() {
        return List.of(solve, scan);
    }

    @Override
    public List<Finding<?>> findings() {
        return new MinimumSumFindings(solve, scan).all();
    }
}
