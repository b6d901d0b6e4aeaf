package spaceslab.essay.nonlinearrnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.ResultRecorder;
import spaceslab.experiment.RunResult;
import tools.jackson.databind.JsonNode;

class GainSweepExperimentTest {
    private static final org.slf4j.Logger log =
            org.slf4j.LoggerFactory.getLogger(GainSweepExperimentTest.class);

    /** Every run of the reference sweep: 14 networks, six methods and two guards. */
    @Test
    void sweepsAreTheReferences() {
        long start = System.nanoTime();
        RunResult result =
                ResultRecorder.run(
                        new GainSweepExperiment(),
                        ParameterSchema.of(GainSweepParameters.class).defaults());
        log.info("default gain sweep: {} s", (System.nanoTime() - start) * 1e-9);
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
            assertThat((Double) setting.get(2)).isCloseTo(row.get("LLE").asDouble(), within(0.02));
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
                log.info(
                        "g={} σ={} {}: {} {} reference {}",
                        gain,
                        sigma,
                        name.getValue(),
                        sweeps,
                        run.get(4),
                        reference);
                compared++;
            }
        }
        assertThat(compared).isEqualTo(14 * 8);
    }
}
