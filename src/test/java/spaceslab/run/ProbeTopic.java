package spaceslab.run;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import spaceslab.experiment.Effect;
import spaceslab.experiment.Essay;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.Finding;
import spaceslab.experiment.Sample;
import spaceslab.experiment.Topic;
import spaceslab.experiment.Verdict;

/** A topic whose one experiment is a {@link Probe}; its findings hold, fail and are slow. */
public final class ProbeTopic implements Topic {
    private final Probe probe = new Probe();

    public Probe probe() {
        return probe;
    }

    @Override
    public String id() {
        return "probe-topic";
    }

    @Override
    public Essay essay() {
        return new Essay("试验", LocalDate.of(2000, 1, 1), URI.create("https://kexue.fm/"));
    }

    @Override
    public String formula() {
        return "1 = 1";
    }

    @Override
    public List<Experiment<?>> experiments() {
        return List.of(probe);
    }

    @Override
    public List<Finding<?>> findings() {
        return List.of(
                finding("seven", Probe.Act.ANSWER, 7, true),
                finding("failing", Probe.Act.FAIL, 1, true),
                finding("slow", Probe.Act.ANSWER, 8, false));
    }

    private Finding<Probe.Task> finding(String id, Probe.Act act, int number, boolean quick) {
        return new Finding<>(
                id,
                Finding.Source.OURS,
                Finding.Status.HOLDS,
                probe,
                List.of(Probe.Task.live(act, number)),
                "",
                quick,
                Verdict.Rule.ALL,
                result ->
                        List.of(
                                Sample.of(Effect.atLeast("number", result.number("number"), number))
                                        .figures(result.value("number"))));
    }
}
