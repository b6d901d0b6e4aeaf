package spaceslab.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Processes that are killed and ended while they compute. */
@Timeout(900)
class ProcessFaultIT {
    private static final Logger log = LoggerFactory.getLogger(ProcessFaultIT.class);

    @TempDir Path data = Path.of("target");

    private static List<Double> roots(int count) {
        return IntStream.range(0, count).mapToObj(i -> Math.sqrt(i)).toList();
    }

    private static List<Double> heights(JsonNode run) {
        return run.path("series")
                .path("steps")
                .path("y")
                .valueStream()
                .map(JsonNode::asDouble)
                .toList();
    }

    private static JsonNode awaitPoints(Node node, String id, int least) throws Exception {
        JsonNode[] run = new JsonNode[1];
        Node.until(
                least + " points of " + id,
                40,
                () -> {
                    run[0] = quietly(node, id);
                    return heights(run[0]).size() >= least;
                });
        return run[0];
    }

    private static JsonNode awaitEnd(Node node, String id) throws Exception {
        JsonNode[] run = new JsonNode[1];
        Node.until(
                "the end of " + id,
                60,
                () -> {
                    run[0] = quietly(node, id);
                    return !run[0].path("outcome").asString("running").equals("running");
                });
        return run[0];
    }

    private static JsonNode quietly(Node node, String id) {
        try {
            return node.read(id);
        } catch (java.io.IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(end);
        }
    }

    private static JsonNode withoutTimes(JsonNode run) {
        ObjectNode json = (ObjectNode) run.deepCopy();
        json.remove(List.of("elapsedMillis", "cached"));
        return json;
    }

    private static long millisSince(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }

    @Test
    void aFileDatabaseSurvivesAKillAndAnOrderlyEnd() throws Exception {
        String setting = "--SPACESLAB_DATA=" + data.resolve("runs");
        JsonNode finished;
        String interrupted;
        try (Node node = Node.start("h2-1", setting).awaitUp()) {
            finished = node.submit("burst", 100, 30);
            assertThat(finished.get("outcome").asString()).isEqualTo("finished");
            interrupted = node.submit("burst", 5_000, 0).get("id").asString();
            awaitPoints(node, interrupted, 1_000);
            node.kill();
        }
        String returned;
        try (Node node = Node.start("h2-2", setting).awaitUp()) {
            long up = System.nanoTime();
            Node.until("the queue is ready", 15, () -> quietly(node, interrupted).isObject());
            awaitPoints(node, interrupted, 1);
            long again = millisSince(up);
            log.info(
                    "FIGURE killed H2 process: its run runs again {} ms after the server is up",
                    again);
            JsonNode kept = node.read(finished.get("id").asString());
            assertThat(withoutTimes(kept)).isEqualTo(withoutTimes(finished));
            JsonNode whole = awaitEnd(node, interrupted);
            assertThat(whole.get("outcome").asString()).isEqualTo("finished");
            assertThat(heights(whole)).isEqualTo(roots(5_000));
            JsonNode hit = node.submit("burst", 100, 30);
            assertThat(hit.get("cached").asBoolean()).isTrue();

            returned = node.submit("burst", 6_000, 0).get("id").asString();
            EventClient client = node.follow(returned);
            awaitPoints(node, returned, 500);
            long ended = node.terminate();
            log.info("FIGURE SIGTERM while a run computes and streams: ended after {} ms", ended);
            assertThat(client.saw("outcome")).as("it is not over").isFalse();
        }
        try (Node node = Node.start("h2-3", setting).awaitUp()) {
            Node.until("the queue is ready", 15, () -> quietly(node, returned).isObject());
            JsonNode whole = awaitEnd(node, returned);
            assertThat(whole.get("outcome").asString()).isEqualTo("finished");
            assertThat(heights(whole)).isEqualTo(roots(6_000));
        }
    }

    @Test
    void aKilledWorkersRunIsTakenOverAndItsWatchersSeeIt() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            JdbcClient jdbc = JdbcClient.create(postgres.getPostgresDatabase());
            String url = "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres");
            try (Node web = Node.start("pg-web", url, "--spaceslab.role=web");
                    Node first = Node.start("pg-worker-1", url, "--spring.profiles.active=worker");
                    Node second =
                            Node.start("pg-worker-2", url, "--spring.profiles.active=worker")) {
                web.awaitUp();
                assertThat(web.submit("answer", 1, 60).get("outcome").asString())
                        .isEqualTo("finished");
                takeOver(jdbc, web, first, second);
                stop(web);
            }
        }
    }

    private static void takeOver(JdbcClient jdbc, Node web, Node first, Node second)
            throws Exception {
        String id = web.submit("burst", 6_000, 0).get("id").asString();
        EventClient client = web.follow(id);
        Node.until("points stream", 30, () -> client.heights().size() > 800);
        String owner =
                jdbc.sql("select owner from run where id = ?")
                        .param(id)
                        .query(String.class)
                        .single();
        Node owning = owner.startsWith(first.pid() + "-") ? first : second;
        assertThat(owner).startsWith(owning.pid() + "-");
        long killed = System.nanoTime();
        owning.kill();
        Node.until("the run is taken over", 30, () -> client.saw("restarted"));
        long taken = millisSince(killed);
        log.info("FIGURE killed worker: its run runs on the other after {} ms", taken);
        Node.until("the end", 40, () -> client.saw("outcome"));
        assertThat(client.events().getLast().get("kind").asString()).isEqualTo("finished");
        assertThat(client.heights()).isEqualTo(roots(6_000));
        assertThat(client.events())
                .extracting(e -> e.get("seq").asLong())
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(heights(web.read(id))).isEqualTo(roots(6_000));
    }

    private static void stop(Node web) throws Exception {
        String id = web.submit("burst", 200_000, 0).get("id").asString();
        EventClient client = web.follow(id);
        Node.until("points stream", 30, () -> client.heights().size() > 100);
        long asked = System.nanoTime();
        web.delete(id);
        Node.until("it stops", 20, () -> client.saw("outcome"));
        log.info("FIGURE stop of a run on another process: seen after {} ms", millisSince(asked));
        assertThat(client.events().getLast().get("kind").asString()).isEqualTo("stopped");
        long free = System.nanoTime();
        assertThat(web.submit("answer", 2, 30).get("outcome").asString()).isEqualTo("finished");
        log.info("FIGURE a queued run on another process, whole: {} ms", millisSince(free));
    }
}
