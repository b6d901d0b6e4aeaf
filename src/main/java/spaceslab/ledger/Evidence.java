package spaceslab.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import spaceslab.experiment.Finding;
import spaceslab.experiment.Sample;
import spaceslab.experiment.Topic;
import spaceslab.experiment.Verdict;
import spaceslab.run.RunSetup;

/**
 * What the runs of a finding said.
 *
 * @param computed when
 * @param machine on what, in words that every language shares
 * @param runs in the order of the finding's set-ups
 */
public record Evidence(Instant computed, String machine, List<RunSays> runs) {
    public Evidence {
        runs = List.copyOf(runs);
    }

    /**
     * One run's replications.
     *
     * @param identity of its set-up
     */
    public record RunSays(String identity, List<Sample> samples) {
        public RunSays {
            samples = List.copyOf(samples);
        }
    }

    /** All replications, run after run. */
    public List<Sample> samples() {
        return runs.stream().flatMap(run -> run.samples().stream()).toList();
    }

    /** The finding's verdict; empty where this is not the evidence of its set-ups. */
    public Optional<Verdict> verdict(Topic topic, Finding<?> finding) {
        return runs.stream().map(RunSays::identity).toList().equals(identities(topic, finding))
                ? Optional.of(finding.verdict(samples()))
                : Optional.empty();
    }

    /** The identities of a finding's runs, in order. */
    public static <P extends Record> List<String> identities(Topic topic, Finding<P> finding) {
        return finding.setups().stream()
                .map(setup -> new RunSetup<>(topic, finding.experiment(), setup).identity())
                .toList();
    }
}
