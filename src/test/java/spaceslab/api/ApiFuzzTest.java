package spaceslab.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.HostileTexts;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.ParameterSpec;
import spaceslab.experiment.Seeds;
import spaceslab.experiment.Topic;
import spaceslab.run.Catalogue;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Whatever is asked, the API answers with success or with a named error, never with a 5xx. */
@Timeout(600)
@ApiServerTest
class ApiFuzzTest {
    private static final int REQUESTS = Integer.getInteger("spaceslab.fuzz", 2_000);

    @Autowired Catalogue catalogue;
    @LocalServerPort int port;

    private final SplittableRandom random = Seeds.stream("fuzzed requests");
    private final HostileTexts hostile = new HostileTexts(random);

    @Test
    void neverAServerError() throws Exception {
        ApiServer server = new ApiServer(port);
        List<String> runs = new ArrayList<>();
        int refused = 0;
        for (int i = 0; i < REQUESTS; i++) {
            boolean isPost = random.nextBoolean();
            String path = isPost && random.nextInt(4) > 0 ? runsPath() : path();
            HttpRequest.Builder request = server.request(path);
            String body = isPost ? body() : "";
            if (isPost) {
                request.header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body));
            } else if (random.nextInt(8) == 0) {
                request.DELETE();
            }
            ApiServer.Answer answer = server.send(request);
            assertThat(answer.status())
                    .as("request %d: %s %s answered %s", i, path, body, answer.body())
                    .matches(status -> status < 500 || isBusy(answer));
            if (answer.status() >= 400) {
                refused++;
            }
            if (answer.status() == 202) {
                runs.add(answer.json().get("run").asString());
            }
            // a fuzzed set-up may be honest and long: nobody waits for it
            while (runs.size() > 1) {
                server.delete(runs.removeFirst());
            }
        }
        for (String run : runs) {
            server.delete(run);
        }
        assertThat(refused).as("the fuzz reaches the refusals").isGreaterThan(REQUESTS / 4);
    }

    /** A refusal for want of room says when to come back: no failure. */
    private static boolean isBusy(ApiServer.Answer answer) {
        return answer.status() == 503
                && answer.response().headers().firstValue("Retry-After").isPresent();
    }

    private Topic topic() {
        return catalogue.topics().get(random.nextInt(catalogue.topics().size()));
    }

    private String runsPath() {
        Topic topic = topic();
        Experiment<?> experiment =
                topic.experiments().get(random.nextInt(topic.experiments().size()));
        String path = "/api/topics/" + topic.id() + "/" + experiment.id() + "/runs";
        return random.nextInt(5) == 0 ? path + "?wait=" + encoded(hostile.next()) : path;
    }

    private String path() {
        String piece = encoded(hostile.next());
        return switch (random.nextInt(7)) {
            case 0 -> "/api/topics/" + piece;
            case 1 -> "/api/topics/" + topic().id() + "/" + piece + "/runs";
            case 2 -> "/api/runs/" + piece;
            case 3 -> "/api/runs/" + piece + "/events";
            case 4 -> "/api/" + piece;
            case 5 -> "/api/findings?" + piece + "=" + piece;
            default -> "/api/topics?embed=" + piece;
        };
    }

    private static String encoded(String text) {
        String short_ = text.length() > 2_000 ? text.substring(0, 2_000) : text;
        return URLEncoder.encode(short_, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private String body() {
        if (random.nextInt(6) == 0) {
            return hostile.next();
        }
        Topic topic = topic();
        Experiment<?> experiment =
                topic.experiments().get(random.nextInt(topic.experiments().size()));
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        for (ParameterSpec spec : ParameterSchema.of(experiment.parameters()).specs()) {
            switch (random.nextInt(5)) {
                case 0 -> json.put(spec.name(), hostile.next());
                case 1 -> json.putArray(spec.name()).add(hostile.next()).add(random.nextInt());
                case 2 -> json.put(spec.name(), Double.longBitsToDouble(random.nextLong()));
                case 3 -> json.put(hostile.next(), random.nextLong());
                default -> json.put(spec.name(), spec.defaultText());
            }
        }
        return json.toString();
    }
}
