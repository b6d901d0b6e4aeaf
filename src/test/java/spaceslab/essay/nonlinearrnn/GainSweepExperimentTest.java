package spaceslab.essay.nonlinearrnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.ResultRecorder;
import spaceslab.experiment.RunEvent;
import spaceslab.experiment.RunResult;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.OrderedUnits;
import tools.jackson.databind.JsonNode;

class GainSweepExperimentTest {
    /** Every run of the reference sweep: 14 networks, six methods and two guards. */
    @Test
    void sweepsAreTheReferences() {
        RunResult result =
                ResultRecorder.run(
                        new GainSweepExperiment(),
                        ParameterSchema.of(GainSweepParameters.class).defaults());
        Map<String, String> names =
                Map.of(
                        "jacobi", "jacobi",
                        "fixedA", "fixedA",
                        "taylor_u", "expandInput",
                        "quasi", "quasi",
                        "newton", "newton",
                        "newton_clip1e8", "newtonWide",
                        "newton_clip_to_[-1,1]", "newtonUnit",
                        "scale_elk_0.2", "scaleElk");
        int compared = 0;
        for (JsonNode row : ReferenceCases.read("deer_gain_sweep").get("rows")) {
            double gain = row.get("g").asDouble();
            double sigma = row.get("sigma_u").asDouble();
            List<Object> setting =
                    result.table("settings").stream()
                            .filter(r -> r.get(0).equals(sigma) && r.get(1).equals(gain))
                            .findFirst()
                            .orElseThrow();
            assertThat((Double) setting.get(4))
                    .isCloseTo(row.get("norm2").asDouble(), within(1e-12));
            assertThat((Double) setting.get(3)).isCloseTo(row.get("rho").asDouble(), within(1e-12));
            assertThat((Double) setting.get(2)).isCloseTo(row.get("LLE").asDouble(), within(0.04));
            for (Map.Entry<String, String> name : names.entrySet()) {
                JsonNode node = row.get(name.getKey());
                int reference =
                        (node.has("iters") ? node.get("iters") : node.get("iters(neg=overflow)"))
                                .asInt();
                List<Object> run =
                        result.table("runs").stream()
                                .filter(r ->
                                        r.get(0).equals(sigma)
                                                && r.get(1).equals(gain)
                                                && r.get(2).equals(name.getValue()))
                                .findFirst()
                                .orElseThrow();
                int sweeps = (Integer) run.get(3);
                // Where iterates reach 1e50 and more, rounding decides how long they take.
                boolean tame = gain <= 1 || (sigma == 1 && gain <= 1.5);
                if (reference < 0) {
                    assertThat(run.get(4)).as("%s g=%s", name, gain).isEqualTo("diverged");
                    assertThat(sweeps).isCloseTo(-reference, within(3));
                } else if (tame) {
                    assertThat(sweeps).as("%s g=%s σ=%s", name, gain, sigma).isEqualTo(reference);
                } else if (reference <= 512) {
                    assertThat((double) sweeps)
                            .as("%s g=%s σ=%s", name, gain, sigma)
                            .isCloseTo(reference, within(0.35 * reference));
                } else {
                    // "Never" of the reference: written in differences, T sweeps are enough.
                    assertThat(run.get(4)).isEqualTo("converged");
                }
                compared++;
            }
        }
        assertThat(compared).isEqualTo(14 * 8);
    }

    @Test
    void sameBytesOnOneAndTwoThreads() {
        GainSweepParameters p =
                ParameterSchema.of(GainSweepParameters.class)
                        .strict(Map.of("d", "6", "length", "100", "gains", "0.5,1,1.5"));
        RunResult one = ResultRecorder.run(new GainSweepExperiment(new OrderedUnits(1)), p);
        RunResult two = ResultRecorder.run(new GainSweepExperiment(new OrderedUnits(2)), p);
        assertThat(two.tables()).isEqualTo(one.tables());
    }

    @Test
    void stopSignalEndsTheSweepWithWhatIsDone() {
        List<RunEvent> events = new ArrayList<>();
        StopSignal afterFirstRows =
                () ->
                        events.stream().anyMatch(e -> e instanceof RunEvent.Row)
                                ? java.util.Optional.of(StopSignal.Reason.VISITOR)
                                : java.util.Optional.empty();
        GainSweepParameters p =
                ParameterSchema.of(GainSweepParameters.class)
                        .strict(Map.of("d", "4", "length", "64"));
        assertThatThrownBy(() ->
                        new GainSweepExperiment(new OrderedUnits(1))
                                .run(p, events::add, afterFirstRows))
                .isInstanceOf(StopSignal.Stopped.class);
        assertThat(events).isNotEmpty().hasSizeLessThan(60);
    }
}
