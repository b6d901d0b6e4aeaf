package spaceslab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import spaceslab.experiment.Finding.Status;
import spaceslab.experiment.Verdict.Rule;

/** What replications say together: one outlier does not decide, disagreement is called so. */
class VerdictTest {
    private static List<Sample> gains(double... gains) {
        List<Sample> samples = new ArrayList<>();
        for (double gain : gains) {
            samples.add(Sample.of(Effect.above("gain", gain, 0)).figures(gain, "same", 1));
        }
        return samples;
    }

    private static Verdict verdict(double... gains) {
        return Verdict.of(Rule.ALL, gains(gains));
    }

    @Test
    void nineOfTenDecideAndEightDoNot() {
        Verdict nine = verdict(1, 2, 3, 4, 5, 6, 7, 8, 9, -100);
        assertThat(nine.status()).isEqualTo(Status.HOLDS);
        assertThat(nine.agreeing()).isEqualTo(9);
        assertThat(verdict(1, 2, 3, 4, 5, 6, 7, 8, -1, -100).status()).isEqualTo(Status.DEPENDS_ON);
        assertThat(verdict(-1, -2, -3, -4, -5, -6, -7, -8, -9, 100).status())
                .isEqualTo(Status.DOES_NOT_HOLD);
    }

    @Test
    void theEndsOfTheSidesCount() {
        assertThat(verdict(0).status()).isEqualTo(Status.DOES_NOT_HOLD);
        assertThat(holds(Effect.atLeast("gain", 0, 0))).isTrue();
        assertThat(holds(Effect.atMost("gain", 0, 0))).isTrue();
        assertThat(holds(Effect.below("gain", 0, 0))).isFalse();
        assertThat(holds(Effect.below("gain", -1e-300, 0))).isTrue();
        assertThat(holds(Effect.atMost("gain", Double.POSITIVE_INFINITY, 5))).isFalse();
    }

    private static boolean holds(Effect effect) {
        return Verdict.of(Rule.ALL, List.of(Sample.of(effect))).status() == Status.HOLDS;
    }

    @Test
    void everyEffectMustHoldUnlessTheyAreConditions() {
        List<Sample> mixed =
                List.of(Sample.of(Effect.above("gain", 1, 0), Effect.below("cost", 3, 2)));
        assertThat(Verdict.of(Rule.ALL, mixed).status()).isEqualTo(Status.DOES_NOT_HOLD);
        assertThat(Verdict.of(Rule.ALL, mixed).deciding().name()).isEqualTo("cost");
        assertThat(Verdict.of(Rule.EACH, mixed).status()).isEqualTo(Status.DEPENDS_ON);
        List<Sample> neither =
                List.of(Sample.of(Effect.above("gain", -1, 0), Effect.below("cost", 3, 2)));
        assertThat(Verdict.of(Rule.EACH, neither).status()).isEqualTo(Status.DOES_NOT_HOLD);
    }

    @Test
    void figuresAreMediansOfNumbersAndWhatIsTheSame() {
        assertThat(verdict(1, 5, 3).figures()).containsExactly(3.0, "same", 1);
        List<Sample> names =
                List.of(
                        Sample.of(Effect.above("gain", 1, 0)).figures("b"),
                        Sample.of(Effect.above("gain", 1, 0)).figures("a"));
        assertThat(Verdict.of(Rule.ALL, names).figures()).containsExactly("a, b");
    }

    @Test
    void whatIsNotOfOneClaimIsRefused() {
        assertThatThrownBy(() -> Verdict.of(Rule.ALL, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        List<Sample> other =
                List.of(
                        Sample.of(Effect.above("gain", 1, 0)),
                        Sample.of(Effect.above("gain", 1, 0.5)));
        assertThatThrownBy(() -> Verdict.of(Rule.ALL, other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("gain");
        assertThatThrownBy(() -> Effect.above("gain", Double.NaN, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("gain (NaN)");
    }
}
