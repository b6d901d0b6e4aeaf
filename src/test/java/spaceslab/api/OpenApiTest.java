package spaceslab.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.Topic;
import spaceslab.run.Catalogue;
import tools.jackson.databind.JsonNode;

@Timeout(240)
@ApiServerTest
class OpenApiTest {
    private static final String START = "POST /api/topics/{topic}/{experiment}/runs";

    @Autowired Catalogue catalogue;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @LocalServerPort int port;
    private ApiServer server;
    private JsonNode document;

    @BeforeEach
    void read() throws Exception {
        server = new ApiServer(port);
        document = server.get("/api/openapi").json();
    }

    /** The document has just the requests that are served, with one start per experiment. */
    @Test
    void namesEveryRequestAndNoOther() {
        Set<String> served = new TreeSet<>();
        mappings.getHandlerMethods().keySet().forEach(info -> served.addAll(requests(info)));
        assertThat(served).contains(START, "GET /api/openapi");
        served.remove(START);
        for (Topic topic : catalogue.topics()) {
            for (Experiment<?> e : topic.experiments()) {
                served.add("POST /api/topics/" + topic.id() + "/" + e.id() + "/runs");
            }
        }
        Set<String> described = new TreeSet<>();
        document.get("paths")
                .properties()
                .forEach(path ->
                        path.getValue().propertyNames().stream()
                                .filter(name -> !name.equals("parameters"))
                                .forEach(method ->
                                        described.add(
                                                method.toUpperCase(Locale.ROOT)
                                                        + " "
                                                        + path.getKey())));
        assertThat(described).isEqualTo(served);
    }

    private static Set<String> requests(RequestMappingInfo info) {
        return info.getPatternValues().stream()
                .filter(path -> path.startsWith("/api/"))
                .flatMap(path ->
                        info.getMethodsCondition().getMethods().stream()
                                .map(RequestMethod::name)
                                .map(method -> method + " " + path))
                .collect(Collectors.toSet());
    }

    @Test
    void everyReferenceAndEveryPathParameterIsThere() {
        assertThat(document.findValuesAsString("$ref"))
                .isNotEmpty()
                .allSatisfy(reference ->
                        assertThat(document.at(reference.substring(1)).isObject())
                                .as(reference)
                                .isTrue());
        document.get("paths")
                .properties()
                .forEach(path -> {
                    long places = path.getKey().chars().filter(c -> c == '{').count();
                    JsonNode parameters = path.getValue().path("parameters");
                    assertThat((long) parameters.size()).as(path.getKey()).isEqualTo(places);
                });
    }

    @Test
    void theDefaultsThatItNamesAreTheDefaults() throws Exception {
        String path = "/api/topics/probe-topic/probe/runs";
        JsonNode properties =
                document.get("paths")
                        .get(path)
                        .at("/post/requestBody/content/application~1json/schema/properties");
        assertThat(properties.propertyNames()).containsExactly("act", "number", "live");
        String body =
                properties.properties().stream()
                        .map(p -> "\"" + p.getKey() + "\": " + p.getValue().get("default"))
                        .collect(Collectors.joining(", ", "{", "}"));
        JsonNode named = server.post(path + "?wait=20", body).json();
        JsonNode silent = server.post(path + "?wait=20", "{}").json();
        assertThat(named.get("identity")).isEqualTo(silent.get("identity"));
        JsonNode shape = document.at("/components/schemas/Run");
        shape.get("required")
                .forEach(name ->
                        assertThat(named.has(name.asString())).as(name.asString()).isTrue());
        assertThat(named.propertyNames()).isSubsetOf(shape.get("properties").propertyNames());
    }

    @Test
    void wordsComeInTheLanguageAskedFor() throws Exception {
        JsonNode chinese =
                server.send(server.request("/api/openapi").header("Accept-Language", "zh-CN"))
                        .json();
        assertThat(chinese.at("/paths/~1api~1findings/get/summary").asString()).startsWith("全部论断");
    }
}
