package spaceslab.api;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import spaceslab.base.web.Visitor;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.Language;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.Topic;
import spaceslab.run.Catalogue;
import spaceslab.run.Refused;
import spaceslab.run.Run;
import spaceslab.run.RunCsv;
import spaceslab.run.RunJson;
import spaceslab.run.RunService;
import spaceslab.run.RunSetup;
import spaceslab.run.RunStanding;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** Starting, reading, following and stopping runs. */
@RestController
@RequestMapping("/api")
class RunController {
    /** Longest that a request may wait for its run. */
    static final int LONGEST_WAIT = 60;

    static final String OUTCOME = "Spaces-Lab-Outcome";
    static final String PARTIAL = "Spaces-Lab-Partial";

    private final Catalogue catalogue;
    private final RunService runs;
    private final EventStreams streams;
    private final ObjectReader reader;
    private final ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor();

    RunController(Catalogue catalogue, RunService runs, EventStreams streams, ObjectMapper mapper) {
        this.catalogue = catalogue;
        this.runs = runs;
        this.streams = streams;
        // a name given twice is an error as in links, and 1e36 stays a whole number
        this.reader =
                mapper.reader()
                        .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                        .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    @PostMapping(
            path = "/topics/{topic}/{experiment}/runs",
            consumes = MediaType.APPLICATION_JSON_VALUE)
    CompletableFuture<ResponseEntity<ObjectNode>> start(
            @PathVariable("topic") String topicId,
            @PathVariable("experiment") String experimentId,
            @RequestParam(name = "wait", defaultValue = "0") String wait,
            @RequestParam(name = "fresh", defaultValue = "false") String fresh,
            @RequestBody(required = false) String body,
            HttpServletRequest request,
            Locale locale) {
        Topic topic =
                catalogue.topic(topicId).orElseThrow(() -> ApiException.notFound("topic", topicId));
        Experiment<?> experiment =
                topic.experiment(experimentId)
                        .orElseThrow(() -> ApiException.notFound("experiment", experimentId));
        int seconds = seconds(wait);
        RunSetup<?> setup = setup(topic, experiment, json(body));
        Language language = Language.of(locale);
        // no request thread waits: the answer is written when the run ends or the time is up
        CompletableFuture<RunService.Submission> submitted =
                flag("fresh", fresh)
                        ? runs.recompute(setup, asker(request))
                        : runs.submit(setup, asker(request));
        return submitted.thenCompose(submission ->
                submission
                        .run()
                        .log()
                        .endWithin(seconds * 1000L)
                        .thenApplyAsync(ended -> answer(submission, ended, language), writers));
    }

    private static ResponseEntity<ObjectNode> answer(
            RunService.Submission submission, boolean ended, Language language) {
        Run run = submission.run();
        if (ended) {
            ObjectNode whole = RunJson.run(run, submission.cached(), language);
            return ResponseEntity.ok().headers(standing(run)).body(whole);
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        RunStanding standing = RunStanding.of(run, language);
        json.put("outcome", "running").put("partial", true);
        json.put("explanation", standing.explanation()).put("id", run.id());
        json.put("run", "/api/runs/" + run.id()).put("events", "/api/runs/" + run.id() + "/events");
        return ResponseEntity.status(HttpStatus.ACCEPTED)
                .headers(standing(run))
                .location(URI.create("/api/runs/" + run.id()))
                .body(json);
    }

    /**
     * Said before the body as well: a program that only looks for status 200 may still look here.
     */
    private static HttpHeaders standing(Run run) {
        RunStanding standing = RunStanding.of(run, Language.EN);
        HttpHeaders headers = new HttpHeaders();
        headers.set(OUTCOME, standing.outcome());
        headers.set(PARTIAL, Boolean.toString(standing.partial()));
        return headers;
    }

    /** A visitor's programs hold a run together; DELETE gives up that visitor's interest only. */
    private static RunService.Asker asker(HttpServletRequest request) {
        String visitor = Visitor.of(request);
        return RunService.Asker.program("programs of " + visitor, visitor);
    }

    private JsonNode json(@org.jspecify.annotations.Nullable String body) {
        if (body == null || body.isBlank()) {
            return MissingNode.getInstance();
        }
        try {
            return reader.readTree(body);
        } catch (tools.jackson.core.JacksonException unreadable) {
            throw ApiException.badRequest("api.unreadable");
        }
    }

    private static <T> T settled(CompletableFuture<T> answer) {
        try {
            return answer.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof Refused refused ? refused : failed;
        }
    }

    private static int seconds(String wait) {
        if (wait.length() < 4 && wait.matches("\\d{1,3}")) {
            int seconds = Integer.parseInt(wait);
            if (seconds <= LONGEST_WAIT) {
                return seconds;
            }
        }
        throw ApiException.badRequest(
                "api.wait", wait.substring(0, Math.min(wait.length(), 20)), LONGEST_WAIT);
    }

    private static boolean flag(String name, String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default ->
                    throw ApiException.badRequest(
                            "api.flag", name, text.substring(0, Math.min(text.length(), 20)));
        };
    }

    private static <P extends Record> RunSetup<P> setup(
            Topic topic, Experiment<P> experiment, JsonNode body) {
        ParameterSchema<P> schema = ParameterSchema.of(experiment.parameters());
        return new RunSetup<>(topic, experiment, RequestParameters.read(schema, body));
    }

    @GetMapping("/runs/{id}")
    ResponseEntity<ObjectNode> read(@PathVariable("id") String id, Locale locale) {
        Run run = find(id);
        return ResponseEntity.ok()
                .headers(standing(run))
                .body(RunJson.run(run, false, Language.of(locale)));
    }

    @GetMapping(path = "/runs/{id}/csv", produces = "text/csv;charset=UTF-8")
    ResponseEntity<String> csv(@PathVariable("id") String id, Locale locale) {
        Run run = find(id);
        Language language = Language.of(locale);
        String name = RunStanding.of(run, language).partial() ? "-partial.csv" : ".csv";
        return ResponseEntity.ok()
                .headers(standing(run))
                .header("Content-Disposition", "attachment; filename=\"spaces-lab-run" + name + '"')
                .body(RunCsv.of(run, language));
    }

    @GetMapping(path = "/runs/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(
            @PathVariable("id") String id,
            @RequestHeader(name = "Last-Event-ID", defaultValue = "0") String lastSeen,
            Locale locale) {
        if (!lastSeen.matches("\\d{1,12}")) {
            throw ApiException.badRequest(
                    "api.lastEventId", lastSeen.substring(0, Math.min(lastSeen.length(), 20)));
        }
        return streams.open(find(id), Long.parseLong(lastSeen), Language.of(locale));
    }

    @DeleteMapping("/runs/{id}")
    ResponseEntity<Void> stop(@PathVariable("id") String id, HttpServletRequest request) {
        runs.cancel(find(id), asker(request).holder());
        return ResponseEntity.noContent().build();
    }

    private Run find(String id) {
        return settled(runs.find(id)).orElseThrow(() -> ApiException.notFound("run", id));
    }
}
