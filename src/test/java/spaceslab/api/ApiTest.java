package spaceslab.api;

import static org.assertj.core.api.Assertions.assertThat;
import static spaceslab.api.ProblemDetails.problem;

import java.net.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import spaceslab.experiment.Topic;
import spaceslab.run.Catalogue;
import tools.jackson.databind.JsonNode;

@Timeout(240)
@ApiServerTest
class ApiTest {
    private static final String RUNS = "/api/topics/probe-topic/probe/runs";

    @Autowired Catalogue catalogue;
    @LocalServerPort int port;
    private ApiServer server;

    @BeforeEach
    void connect() {
        server = new ApiServer(port);
    }

    @Test
    void publishedTablesComeWithTheOriginOfEveryNumber() throws Exception {
        JsonNode topic = server.get("/api/topics/fsq").json();
        JsonNode tables = server.get(topic.get("published").asString()).json();
        assertThat(tables.findValuesAsString("id")).contains("fsqMaskgit", "fsqTradeoff");
        JsonNode first = tables.get(0);
        assertThat(first.get("source").get("address").asString()).startsWith("https://");
        assertThat(first.get("rows").get(0).get(1).get("value").asDouble()).isEqualTo(4.509);
        assertThat(first.get("rows").get(0).get(1).get("mark").asString()).isEqualTo("verified");
        assertThat(first.get("rows").get(2).get(4).isNull()).isTrue();
        assertThat(server.get("/api/topics/minimum-sum/published").json()).isEmpty();
        problem(server.get("/api/topics/nothing/published"), 404);
    }

    @Test
    void listsEveryTopicWithItsExperiments() throws Exception {
        JsonNode topics = server.get("/api/topics").json();
        assertThat(topics.findValuesAsString("id"))
                .containsExactlyElementsOf(catalogue.topics().stream().map(Topic::id).toList());
        for (JsonNode topic : topics) {
            ApiServer.Answer whole = server.get("/api/topics/" + topic.get("id").asString());
            assertThat(whole.status()).isEqualTo(200);
            for (JsonNode experiment : whole.json().get("experiments")) {
                assertThat(experiment.get("parameters")).isNotEmpty();
                for (JsonNode parameter : experiment.get("parameters")) {
                    assertThat(parameter.get("allowed").asString()).isNotBlank();
                    assertThat(parameter.get("schema").isObject()).isTrue();
                }
            }
        }
    }

    @Test
    void findingsCarryClaimParametersAndOnceMeasuredTheFigure() throws Exception {
        JsonNode findings = server.get("/api/findings").json();
        int declared = catalogue.topics().stream().mapToInt(t -> t.findings().size()).sum();
        assertThat(findings).hasSize(declared);
        for (JsonNode finding : findings) {
            assertThat(finding.get("source").asString()).isIn("essay", "paper", "ours");
            assertThat(finding.get("status").asString()).isIn("holds", "doesNotHold", "dependsOn");
            assertThat(finding.get("parameters").isObject()).isTrue();
        }
    }

    @Test
    void aRunIsComputedReturnedAndServedAgainFromTheCache() throws Exception {
        ApiServer.Answer first = server.post(RUNS + "?wait=20", "{\"number\": 41}");
        assertThat(first.status()).isEqualTo(200);
        JsonNode run = first.json();
        assertThat(run.get("outcome").asString()).isEqualTo("finished");
        assertThat(run.get("cached").asBoolean()).isFalse();
        assertThat(run.get("topic").asString()).isEqualTo("probe-topic");
        assertThat(run.get("parameters").get("number").asInt()).isEqualTo(41);
        assertThat(run.get("values").get("number").get("value").asInt()).isEqualTo(41);
        assertThat(run.get("series").get("steps").get("y").get(1).asString()).isEqualTo("NaN");
        assertThat(run.get("tables").get("rows").get("rows").get(0).get(1).asInt()).isEqualTo(41);
        String id = run.get("id").asString();
        JsonNode again = server.get("/api/runs/" + id).json();
        assertThat(again.get("identity")).isEqualTo(run.get("identity"));
        assertThat(again.get("values")).isEqualTo(run.get("values"));
        // a run that has ended enters the cache a moment later; until then it is still joined
        JsonNode repeated = server.post(RUNS + "?wait=20", "{\"number\": \"41\"}").json();
        for (int i = 0; i < 1_000 && !repeated.get("cached").asBoolean(); i++) {
            assertThat(repeated.get("id").asString()).isEqualTo(id);
            Thread.sleep(10);
            repeated = server.post(RUNS + "?wait=20", "{\"number\": \"41\"}").json();
        }
        assertThat(repeated.get("cached").asBoolean()).isTrue();
        assertThat(repeated.get("id").asString()).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "null", "  "})
    void anEmptyBodyMeansTheDefaults(String body) throws Exception {
        ApiServer.Answer answer = server.post(RUNS + "?wait=20", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().get("parameters").get("number").asInt()).isEqualTo(1);
    }

    @Test
    void anUnfinishedRunIsAcceptedFollowedAndStopped() throws Exception {
        ApiServer.Answer accepted =
                server.post(RUNS, "{\"act\": \"stream\", \"live\": false, \"number\": 5}");
        assertThat(accepted.status()).isEqualTo(202);
        String location = accepted.response().headers().firstValue("Location").orElseThrow();
        assertThat(location).isEqualTo(accepted.json().get("run").asString());
        assertThat(server.get(location).json().get("outcome").asString()).isEqualTo("running");
        assertThat(server.delete(location).status()).isEqualTo(204);
        JsonNode stopped = awaitOutcome(location);
        assertThat(stopped.get("outcome").asString()).isEqualTo("stopped");
        assertThat(stopped.get("reason").asString()).isEqualTo("visitor");
        assertThat(server.delete(location).status()).as("stopping twice").isEqualTo(204);
    }

    private JsonNode awaitOutcome(String location) throws Exception {
        JsonNode run = server.get(location).json();
        for (int i = 0; i < 3_000 && run.get("outcome").asString().equals("running"); i++) {
            Thread.sleep(10);
            run = server.get(location).json();
        }
        return run;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"number\": -1}|number|-1|0 … 1000000",
                "{\"number\": 1000001}|number|1000001|0 … 1000000",
                "{\"number\": 1.5}|number|1.5|0 … 1000000",
                "{\"number\": \"NaN\"}|number|NaN|0 … 1000000",
                "{\"number\": 1e308}|number|1E+308|0 … 1000000",
                "{\"number\": 1e99999}|number|1E+99999|0 … 1000000",
                "{\"number\": null}|number|null|0 … 1000000",
                "{\"number\": [1, 2]}|number|1 & 2|0 … 1000000",
                "{\"number\": {}}|number|{}|0 … 1000000",
                "{\"act\": \"dance\"}|act|dance|answer",
                "{\"live\": \"maybe\"}|live|maybe|true, false",
                "{\"numbers\": 1}|numbers|1|act, number, live",
                "{\"<script>\": 1}|<script>|1|act, number, live",
            })
    void aRefusedParameterIsNamedWithItsValueAndRange(
            String body, String parameter, String value, String allowed) throws Exception {
        JsonNode json = problem(server.post(RUNS, body), 422);
        JsonNode violation = json.get("violations").get(0);
        assertThat(violation.get("parameter").asString()).isEqualTo(parameter);
        assertThat(violation.get("value").asString()).isEqualTo(value);
        assertThat(violation.get("allowed").asString()).startsWith(allowed);
        assertThat(violation.get("message").asString()).contains(parameter);
    }

    @Test
    void everyViolationIsNamedAtOnceAndInTheAskedLanguage() throws Exception {
        ApiServer.Answer answer =
                server.send(
                        server.request(RUNS)
                                .header("Content-Type", "application/json")
                                .header("Accept-Language", "zh-CN")
                                .POST(
                                        HttpRequest.BodyPublishers.ofString(
                                                "{\"number\": -1, \"live\": 7}")));
        JsonNode json = problem(answer, 422);
        assertThat(json.get("violations")).hasSize(2);
        assertThat(json.get("detail").asString()).containsPattern("\\p{IsHan}");
        assertThat(json.get("violations").get(0).get("message").asString())
                .containsPattern("\\p{IsHan}");
    }

    @Test
    void tenThousandDigitsAreRefusedWithOnlyTheirHeadShown() throws Exception {
        JsonNode json =
                problem(server.post(RUNS, "{\"number\": \"" + "7".repeat(10_000) + "\"}"), 422);
        assertThat(json.get("violations").get(0).get("value").asString()).hasSizeLessThan(70);
        problem(server.post(RUNS, "{\"number\": " + "7".repeat(10_000) + "}"), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[",
                "{\"number\": }",
                "{\"number\": 1,}",
                "number=1",
                "\u0000",
                "{} {}",
                "{\"a\": 01}",
                "{\"number\": 1, \"number\": 2}",
                "[]",
                "1",
                "\"text\"",
                "true",
            })
    void aBodyThatIsNoObjectIsABadRequest(String body) throws Exception {
        problem(server.post(RUNS, body), 400);
    }

    @Test
    void deepNestingIsRefused() throws Exception {
        problem(server.post(RUNS, "[".repeat(20_000) + "]".repeat(20_000)), 400);
        problem(server.post(RUNS, "{\"number\":".repeat(3_000) + "1" + "}".repeat(3_000)), 400);
    }

    @Test
    void tooManyParametersAreRefused() throws Exception {
        StringBuilder body = new StringBuilder("{\"number\": 1");
        for (int i = 0; i < 64; i++) {
            body.append(", \"p").append(i).append("\": 1");
        }
        problem(server.post(RUNS, body.append('}').toString()), 400);
    }

    @Test
    void aHugeBodyIsRefusedWhetherItsLengthIsKnownOrNot() throws Exception {
        String body = "{\"number\": \"" + "7".repeat(1_000_000) + "\"}";
        problem(server.post(RUNS, body), 413);
        ApiServer.Answer chunked =
                server.send(
                        server.request(RUNS)
                                .header("Content-Type", "application/json")
                                .POST(
                                        HttpRequest.BodyPublishers.ofInputStream(() ->
                                                new java.io.ByteArrayInputStream(
                                                        body.getBytes(
                                                                java.nio.charset.StandardCharsets
                                                                        .UTF_8)))));
        problem(chunked, 413);
    }

    @Test
    void freshComputesAgainOrNamesWhatIsAllowed() throws Exception {
        ApiServer.Answer fresh = server.post(RUNS + "?wait=20&fresh=true", "{\"number\": 4711}");
        assertThat(fresh.status()).isEqualTo(200);
        ApiServer.Answer wrong = server.post(RUNS + "?fresh=perhaps", "{}");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().get("detail").asString()).contains("fresh", "perhaps", "true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"61", "-1", "1.5", "NaN", "9999999999", "1%20", "<script>"})
    void aWaitOutOfRangeIsABadRequest(String wait) throws Exception {
        JsonNode json =
                problem(
                        server.post(
                                RUNS + "?wait=" + wait.replace("<", "%3C").replace(">", "%3E"),
                                "{}"),
                        400);
        assertThat(json.get("detail").asString()).contains("wait", "60");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/topics/nothing",
                "/api/runs/0123",
                "/api/runs/0123/events",
                "/api/nothing",
                "/api/",
                "/api/topics/probe-topic/nothing",
                "/api/topics/probe-topic/probe/nothing"
            })
    void whatIsNotThereIsNotFoundAndNamed(String path) throws Exception {
        problem(server.get(path), 404);
    }

    @Test
    void runsOfUnknownTopicsAndExperimentsAreNotFound() throws Exception {
        assertThat(
                        problem(server.post("/api/topics/nothing/probe/runs", "{}"), 404)
                                .get("detail")
                                .asString())
                .contains("nothing");
        assertThat(
                        problem(server.post("/api/topics/probe-topic/nothing/runs", "{}"), 404)
                                .get("detail")
                                .asString())
                .contains("nothing");
        problem(server.delete("/api/runs/0123"), 404);
    }

    @Test
    void aWrongMethodOrMediaTypeIsNamed() throws Exception {
        problem(server.get(RUNS), 405);
        problem(server.delete("/api/topics"), 405);
        problem(
                server.send(
                        server.request(RUNS)
                                .header("Content-Type", "application/xml")
                                .POST(HttpRequest.BodyPublishers.ofString("<number>1</number>"))),
                415);
        problem(
                server.send(
                        server.request(RUNS)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString("number=1"))),
                415);
        ApiServer.Answer image =
                server.send(server.request("/api/topics").header("Accept", "image/png"));
        assertThat(image.status()).isEqualTo(406);
    }

    @ParameterizedTest
    @CsvSource({"long,budgetSeconds", "large,budgetBytes"})
    void aHopelessRunIsRefusedWithTheReason(String act, String key) throws Exception {
        JsonNode json = problem(server.post(RUNS, "{\"act\": \"" + act + "\"}"), 422);
        assertThat(json.get("detail").asString()).as(key).containsPattern("\\d");
        JsonNode change = json.at("/violations/0");
        assertThat(change.get("parameter").asString()).isEqualTo("act");
        assertThat(change.get("allowed").asString()).contains("answer").doesNotContain(act);
        assertThat(change.get("message").asString()).contains("act").doesNotContain("{");
    }

    @ParameterizedTest
    @CsvSource({"answer,finished,false", "fail,failed,true"})
    void headersSayWhetherTheResultIsWhole(String act, String outcome, String partial)
            throws Exception {
        ApiServer.Answer posted =
                server.post(RUNS + "?wait=20", "{\"act\": \"" + act + "\", \"number\": 77}");
        String address = "/api/runs/" + posted.json().get("id").asString();
        for (ApiServer.Answer answer :
                List.of(posted, server.get(address), server.get(address + "/csv"))) {
            assertThat(answer.status()).isEqualTo(200);
            var headers = answer.response().headers();
            assertThat(headers.firstValue("Spaces-Lab-Outcome")).contains(outcome);
            assertThat(headers.firstValue("Spaces-Lab-Partial")).contains(partial);
        }
        ApiServer.Answer csv = server.get(address + "/csv");
        assertThat(csv.body()).startsWith("outcome," + outcome + ",partial," + partial + ",");
        assertThat(csv.response().headers().firstValue("Content-Disposition").orElse(""))
                .contains(partial.equals("true") ? "run-partial.csv" : "run.csv");
    }

    @Test
    void aRunUnderWayIsCalledPartial() throws Exception {
        ApiServer.Answer answer = server.post(RUNS, "{\"act\": \"stream\", \"number\": 78}");
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body()).startsWith("{\"outcome\":\"running\",\"partial\":true");
        assertThat(answer.response().headers().firstValue("Spaces-Lab-Partial")).contains("true");
        server.delete("/api/runs/" + answer.json().get("id").asString());
    }

    @Test
    void aFailureShowsAnIdAndNoTrace() throws Exception {
        ApiServer.Answer answer = server.post(RUNS + "?wait=20", "{\"act\": \"fail\"}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("outcome").asString()).isEqualTo("failed");
        assertThat(answer.json().get("problem").asString()).matches("[0-9a-f]{12}");
        assertThat(answer.body()).doesNotContain("secret", "Exception");
    }

    @Test
    void everyAnswerCarriesTheSecurityHeaders() throws Exception {
        for (String path : List.of("/api/topics", "/api/nothing", "/api/runs/0")) {
            var headers = server.get(path).response().headers();
            assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .contains("frame-ancestors 'self'");
            assertThat(headers.firstValue("Referrer-Policy")).isPresent();
        }
    }
}
