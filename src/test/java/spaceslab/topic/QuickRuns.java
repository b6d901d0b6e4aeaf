package spaceslab.topic;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import spaceslab.experiment.Finding;
import spaceslab.experiment.ResultRecorder;
import spaceslab.experiment.RunResult;
import spaceslab.experiment.Sample;

/** The first run of each quick finding, computed once for all tests of a build. */
public final class QuickRuns {
    private static final Map<Object, RunResult> RESULTS = new ConcurrentHashMap<>();

    private QuickRuns() {}

    /** The result of the finding's first set-up; findings that share it share the run. */
    public static <P extends Record> RunResult result(Finding<P> finding) {
        return RESULTS.computeIfAbsent(
                List.of(finding.experiment().id(), finding.parameters()),
                key -> ResultRecorder.run(finding.experiment(), finding.parameters()));
    }

    /** What the finding's first run says. */
    public static <P extends Record> List<Sample> samples(Finding<P> finding) {
        return finding.samples(finding.parameters(), result(finding));
    }
}
