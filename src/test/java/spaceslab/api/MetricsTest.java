package spaceslab.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;

/** The profile {@code metrics}: everything on a port of its own, nothing but health in public. */
@ApiServerTest
@ActiveProfiles("metrics")
@TestPropertySource(
        properties = {
            "management.server.port=0",
            "management.prometheus.metrics.export.enabled=true"
        })
class MetricsTest {
    private final ApiServer site;
    private final ApiServer operators;

    MetricsTest(
            @Autowired @LocalServerPort int port,
            @Autowired @LocalManagementPort int managementPort) {
        site = new ApiServer(port);
        operators = new ApiServer(managementPort);
    }

    @Test
    void metersAreServedToOperatorsOnly() throws Exception {
        String task = "{\"act\":\"answer\",\"number\":5}";
        site.post("/api/topics/probe-topic/probe/runs?wait=20", task);
        site.post("/api/topics/probe-topic/probe/runs?wait=20", task);
        ApiServer.Answer answer = operators.get("/actuator/prometheus");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .contains(
                        "spaceslab_queue_length",
                        "spaceslab_queue_wait_seconds_count",
                        "spaceslab_pool_live_active",
                        "spaceslab_pool_live_waiting",
                        "spaceslab_events_total",
                        "spaceslab_sessions")
                .containsPattern("spaceslab_cache_hits_total [1-9]")
                .containsPattern(
                        "spaceslab_run_seconds_count\\{experiment=\"probe\",outcome=\"finished\",topic=\"probe-topic\".*\\} [1-9]");
        for (String path : new String[] {"/actuator/prometheus", "/actuator/env", "/actuator"}) {
            assertThat(site.get(path).body())
                    .as(path)
                    .doesNotContain("spaceslab_", "propertySources", "# HELP");
        }
        assertThat(operators.get("/actuator/env").status()).isEqualTo(404);
        assertThat(operators.get("/actuator/health").status()).isEqualTo(200);
    }
}
