package spaceslab.api;

import static org.assertj.core.api.Assertions.assertThat;
import static spaceslab.api.ProblemDetails.problem;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Server-sent events: nothing lost and nothing twice, whenever a client comes. */
@Timeout(240)
@ApiServerTest
class ApiEventsTest {
    private static final String RUNS = "/api/topics/probe-topic/probe/runs";

    @LocalServerPort int port;
    private ApiServer server;

    @BeforeEach
    void connect() {
        server = new ApiServer(port);
    }

    private List<JsonNode> events(String id, long after) throws Exception {
        List<JsonNode> events = new ArrayList<>();
        HttpResponse<Stream<String>> response =
                server.lines(
                        server.request("/api/runs/" + id + "/events")
                                .header("Last-Event-ID", Long.toString(after)));
        assertThat(response.statusCode()).isEqualTo(200);
        try (Stream<String> lines = response.body()) {
            lines.filter(line -> line.startsWith("data:"))
                    .forEach(line -> events.add(new JsonMapper().readTree(line.substring(5))));
        }
        return events;
    }

    @Test
    void eventsResumeWhereTheClientWasWithoutLossOrRepetition() throws Exception {
        String id =
                server.post(RUNS + "?wait=60", "{\"act\": \"burst\", \"number\": 300}")
                        .json()
                        .get("id")
                        .asString();
        List<JsonNode> all = events(id, 0);
        long last = all.size();
        assertThat(all).extracting(e -> e.get("seq").asLong()).hasSizeGreaterThan(10);
        assertThat(all.stream().map(e -> e.get("seq").asLong()).toList())
                .isEqualTo(LongStream.rangeClosed(1, last).boxed().toList());
        assertThat(all.getLast().get("type").asString()).isEqualTo("outcome");
        assertThat(all.getLast().get("kind").asString()).isEqualTo("finished");
        for (long after : new long[] {1, last / 2, last - 1}) {
            assertThat(events(id, after)).isEqualTo(all.subList((int) after, (int) last));
        }
        assertThat(events(id, last)).isEmpty();
        assertThat(events(id, last + 1_000)).as("an id never sent").isEqualTo(all);
    }

    @Test
    void aLiveStreamSurvivesADroppedConnection() throws Exception {
        String id =
                server.post(RUNS, "{\"act\": \"stream\", \"live\": false, \"number\": 78}")
                        .json()
                        .get("id")
                        .asString();
        List<Long> seen = new ArrayList<>();
        for (int drop = 0; drop < 3; drop++) {
            HttpResponse<Stream<String>> response =
                    server.lines(
                            server.request("/api/runs/" + id + "/events")
                                    .header("Last-Event-ID", Integer.toString(seen.size())));
            try (Stream<String> lines = response.body()) {
                lines.filter(line -> line.startsWith("id:"))
                        .limit(20)
                        .forEach(line -> seen.add(Long.parseLong(line.substring(3).strip())));
            }
        }
        assertThat(server.delete("/api/runs/" + id).status()).isEqualTo(204);
        events(id, seen.size()).forEach(e -> seen.add(e.get("seq").asLong()));
        assertThat(seen).isEqualTo(LongStream.rangeClosed(1, seen.size()).boxed().toList());
        assertThat(seen).hasSizeGreaterThan(60);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "1.5", "99999999999999999999"})
    void aLastEventIdThatIsNoNumberIsABadRequest(String lastSeen) throws Exception {
        String id = server.post(RUNS + "?wait=5", "{}").json().get("id").asString();
        problem(
                server.send(
                        server.request("/api/runs/" + id + "/events")
                                .header("Last-Event-ID", lastSeen)),
                400);
    }
}
