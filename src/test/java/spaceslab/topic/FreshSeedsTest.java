package spaceslab.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spaceslab.experiment.Finding;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.ParameterSpec;
import spaceslab.experiment.Seeds;
import spaceslab.experiment.Topic;
import spaceslab.experiment.Verdict;

/**
 * A verdict is a statement about the phenomenon: with seeds that its evidence never saw, it comes
 * out the same. Every build tries every {@value #EVERY}th of the quick claims, with the same fresh
 * seeds each time; {@code -Psoak} draws new ones and tries all claims.
 */
class FreshSeedsTest {
    private static final Logger log = LoggerFactory.getLogger(FreshSeedsTest.class);
    private static final int EVERY = 4;

    /** Above all seeds that evidence uses. */
    private static final int LEAST = 1_000;

    private static final int LARGEST = 1_000_000;

    /** The part of the verdicts that must come out the same. */
    private static final double AGREEING = 0.95;

    private record Tried(String claim, Finding.Status expected, Verdict verdict) {
        boolean same() {
            return verdict.status() == expected;
        }

        boolean opposite() {
            return !same()
                    && verdict.status() != Finding.Status.DEPENDS_ON
                    && expected != Finding.Status.DEPENDS_ON;
        }
    }

    @Test
    void aSampleOfVerdictsComesOutTheSame() {
        List<Tried> tried = new ArrayList<>();
        int place = 0;
        for (Topic topic : Topics.all()) {
            for (Finding<?> finding : topic.findings()) {
                if (finding.quick() && seeded(finding) && place++ % EVERY == 0) {
                    tried.add(afresh(topic, finding));
                }
            }
        }
        assertThat(tried).hasSizeGreaterThan(10);
        judge(tried);
    }

    @Test
    @Tag("soak")
    void everyVerdictComesOutTheSame() {
        List<Tried> tried = new ArrayList<>();
        for (Topic topic : Topics.all()) {
            for (Finding<?> finding : topic.findings()) {
                tried.add(
                        seeded(finding)
                                ? afresh(topic, finding)
                                : new Tried(
                                        topic.id() + "." + finding.id(),
                                        finding.expected(),
                                        finding.compute()));
            }
        }
        judge(tried);
    }

    /** What is said not to depend on the seed does not. */
    @Test
    void whateverTheSeedMeansWhateverTheSeed() {
        int checked = 0;
        for (Topic topic : Topics.all()) {
            for (Finding<?> finding : topic.findings()) {
                if (finding.quick() && finding.replicated().isEmpty() && hasSeed(finding)) {
                    Verdict again = finding.again("seed", List.of("4321")).compute();
                    assertThat(again.status())
                            .as("%s.%s: %s", topic.id(), finding.id(), again)
                            .isEqualTo(finding.expected());
                    checked++;
                }
            }
        }
        assertThat(checked).isPositive();
    }

    private static void judge(List<Tried> tried) {
        List<Tried> others = tried.stream().filter(t -> !t.same()).toList();
        log.info(
                "FIGURE verdicts with fresh seeds: {} of {}",
                tried.size() - others.size(),
                tried.size());
        others.forEach(other -> log.info("FIGURE differs: {}", other));
        assertThat(others).noneMatch(Tried::opposite);
        assertThat((double) others.size()).isLessThanOrEqualTo((1 - AGREEING) * tried.size());
    }

    private static Tried afresh(Topic topic, Finding<?> finding) {
        SplittableRandom random = Seeds.stream("fresh seeds of " + topic.id() + finding.id());
        int count = finding.setups().size();
        List<String> values =
                IntStream.range(0, count)
                        .mapToObj(i -> Integer.toString(random.nextInt(LEAST, LARGEST)))
                        .toList();
        return new Tried(
                topic.id() + "." + finding.id(),
                finding.expected(),
                finding.again(finding.replicated(), values).compute());
    }

    private static boolean seeded(Finding<?> finding) {
        return finding.replicated().matches("seeds?");
    }

    private static boolean hasSeed(Finding<?> finding) {
        return ParameterSchema.of(finding.experiment().parameters()).specs().stream()
                .anyMatch(spec -> spec.kind() == ParameterSpec.Kind.SEED);
    }
}
