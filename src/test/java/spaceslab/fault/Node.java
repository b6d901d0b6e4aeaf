package spaceslab.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One process of the site. */
final class Node implements AutoCloseable {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Process process;
    private final int port;

    private Node(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts a process; {@link #awaitUp} waits for its web server. */
    static Node start(String name, String... settings) throws IOException {
        int port = freePort();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx400m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(List.of("--add-modules", "jdk.incubator.vector", "-cp"));
        command.add(
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path")));
        command.add("spaceslab.SpacesLabApplication");
        command.add("--server.port=" + port);
        command.add("--spring.main.sources=spaceslab.run.ProbeTopic");
        command.addAll(List.of(settings));
        File log = Path.of("target", "fault", name + ".log").toFile();
        Files.createDirectories(log.toPath().getParent());
        return new Node(
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start(),
                port);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    long pid() {
        return process.pid();
    }

    /** Waits until pages and queue answer. */
    Node awaitUp() throws InterruptedException {
        until(
                "the process is up",
                120,
                () -> {
                    assertThat(process.isAlive()).as("the process lives").isTrue();
                    return status("/api/topics") == 200;
                });
        return this;
    }

    private int status(String path) {
        try {
            return client.send(request(path).GET().build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (ConnectException notYet) {
            return 0;
        } catch (IOException broken) {
            return -1;
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(45));
    }

    /**
     * Submits a probe; waits for its end for some seconds; retries while the queue is not ready.
     */
    JsonNode submit(String act, int number, int waitSeconds)
            throws IOException, InterruptedException {
        String body = "{\"act\":\"" + act + "\",\"number\":" + number + ",\"live\":false}";
        for (int i = 0; ; i++) {
            HttpResponse<String> answer =
                    client.send(
                            request("/api/topics/probe-topic/probe/runs?wait=" + waitSeconds)
                                    .header("Content-Type", "application/json")
                                    .POST(HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() < 300) {
                return MAPPER.readTree(answer.body());
            }
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
            assertThat(i).as("tries until the queue is ready").isLessThan(240);
            Thread.sleep(250);
        }
    }

    /** A run, or a missing node where it is not known yet. */
    JsonNode read(String id) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                client.send(
                        request("/api/runs/" + id).GET().build(),
                        HttpResponse.BodyHandlers.ofString());
        return answer.statusCode() == 200 ? MAPPER.readTree(answer.body()) : MAPPER.missingNode();
    }

    void delete(String id) throws IOException, InterruptedException {
        assertThat(
                        client.send(
                                        request("/api/runs/" + id).DELETE().build(),
                                        HttpResponse.BodyHandlers.discarding())
                                .statusCode())
                .isEqualTo(204);
    }

    /** Follows a run by server-sent events on a thread of its own. */
    EventClient follow(String id) {
        return new EventClient(client, request("/api/runs/" + id + "/events").build());
    }

    /** As {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    /** As {@code kill -TERM}; returns the milliseconds until the process has ended. */
    long terminate() throws InterruptedException {
        long start = System.nanoTime();
        process.destroy();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("ends by itself").isTrue();
        return (System.nanoTime() - start) / 1_000_000;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    static void until(String what, int seconds, BooleanSupplier reached)
            throws InterruptedException {
        long deadline = System.nanoTime() + 4 * seconds * 1_000_000_000L;
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waiting until " + what).isLessThan(deadline);
            Thread.sleep(20);
        }
    }
}
