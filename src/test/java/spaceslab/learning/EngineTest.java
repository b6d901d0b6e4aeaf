package spaceslab.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import spaceslab.experiment.Language;
import spaceslab.experiment.Obstacle;
import spaceslab.experiment.StopSignal;
import spaceslab.experiment.Texts;

class EngineTest {
    @Test
    void loadsOnThisMachine() {
        assertThat(Engine.availability())
                .isInstanceOfSatisfying(
                        Engine.Availability.Ready.class,
                        ready -> assertThat(ready.version()).isEqualTo("2.7.1"));
        assertThat(Engine.obstacle()).isEmpty();
    }

    @Test
    void aMachineWithoutItSaysSoInBothLanguagesAndKeepsItsSlots() {
        Engine.Availability before =
                Engine.pretend(new Engine.Availability.Unavailable("Plan 9 mips", "no library"));
        try {
            Obstacle obstacle = Engine.obstacle().orElseThrow();
            for (Language language : Language.values()) {
                String text =
                        Texts.text(
                                language,
                                "refused." + obstacle.key(),
                                obstacle.arguments().toArray());
                assertThat(text).contains("Plan 9 mips").contains("no library");
            }
            assertThatThrownBy(() -> TensorScope.root(StopSignal.never()))
                    .isInstanceOf(EngineUnavailable.class)
                    .hasMessageContaining("no library");
            assertThat(TrainingSlots.free()).isEqualTo(TrainingSlots.COUNT);
        } finally {
            Engine.pretend(before);
        }
    }

    @Test
    void tensorsNeedAScope() {
        assertThatThrownBy(() -> Tensor.indices(new int[] {1}, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("TensorScope.root(stop)");
    }

    @Test
    void resultsBelongToTheInnermostScopeWhateverTheirOperands() {
        try (TensorScope run = TensorScope.root(StopSignal.never())) {
            Tensor constant = Tensor.of(new float[] {1, 2}, 2);
            int before = run.tensors();
            Tensor kept;
            try (TensorScope look = TensorScope.evaluation()) {
                kept = look.keep(constant.times(2));
                constant.plus(constant).exp();
                assertThat(look.tensors()).isEqualTo(2);
            }
            assertThat(run.tensors()).isEqualTo(before + 1);
            assertThat(kept.toFloats()).containsExactly(2, 4);
        }
    }
}
