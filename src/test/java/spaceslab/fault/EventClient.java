package spaceslab.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of one run's server-sent events. */
final class EventClient {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final List<JsonNode> events = new CopyOnWriteArrayList<>();

    EventClient(HttpClient client, HttpRequest request) {
        Thread.ofVirtual()
                .start(() -> {
                    try (Stream<String> lines =
                            client.send(request, HttpResponse.BodyHandlers.ofLines()).body()) {
                        lines.filter(line -> line.startsWith("data:"))
                                .forEach(line -> events.add(MAPPER.readTree(line.substring(5))));
                    } catch (IOException | UncheckedIOException closed) {
                        events.add(MAPPER.createObjectNode().put("type", "closed"));
                    } catch (InterruptedException end) {
                        Thread.currentThread().interrupt();
                    }
                });
    }

    /** What has come so far. */
    List<JsonNode> events() {
        return List.copyOf(events);
    }

    boolean saw(String type) {
        return events.stream().anyMatch(e -> e.path("type").asString("").equals(type));
    }

    /** The points after the last restart. */
    List<Double> heights() {
        List<Double> heights = new java.util.ArrayList<>();
        for (JsonNode event : events) {
            switch (event.path("type").asString("")) {
                case "restarted" -> heights.clear();
                case "points" -> event.get("y").forEach(y -> heights.add(y.asDouble()));
                default -> {}
            }
        }
        return heights;
    }
}
