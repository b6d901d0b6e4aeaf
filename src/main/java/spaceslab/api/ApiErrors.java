package spaceslab.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import spaceslab.experiment.Language;
import spaceslab.experiment.Texts;
import spaceslab.experiment.Violation;
import spaceslab.run.Refused;

/**
 * Every error of the API as RFC 9457 problem details; a failure of ours shows an id, never a trace.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(basePackageClasses = ApiErrors.class)
class ApiErrors {
    private static final Logger log = LoggerFactory.getLogger(ApiErrors.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> answer(ApiException error, HttpServletRequest request) {
        Language language = Language.of(request.getLocale());
        ProblemDetail problem = problem(error.status(), language, error.key(), error.arguments());
        name(problem, error.violations(), language);
        return response(problem, 0);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refused error, HttpServletRequest request) {
        HttpStatus status =
                switch (error.key()) {
                    case "budgetSeconds", "budgetBytes" -> HttpStatus.UNPROCESSABLE_CONTENT;
                    default -> HttpStatus.SERVICE_UNAVAILABLE;
                };
        Language language = Language.of(request.getLocale());
        ProblemDetail problem =
                problem(status, language, "refused." + error.key(), error.arguments());
        name(problem, error.violations(), language);
        return response(problem, error.retrySeconds());
    }

    private static void name(ProblemDetail problem, List<Violation> violations, Language language) {
        if (!violations.isEmpty()) {
            problem.setProperty(
                    "violations", violations.stream().map(v -> violation(v, language)).toList());
        }
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(
            HttpMessageNotReadableException error, HttpServletRequest request) {
        if (error.getCause() instanceof BodyLimit.TooLarge) {
            return answer(ApiException.tooLarge(BodyLimit.BYTES), request);
        }
        return answer(ApiException.badRequest("api.unreadable"), request);
    }

    @ExceptionHandler
    void gone(AsyncRequestNotUsableException closed) {
        log.debug("client went away: {}", closed.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> other(Exception error, HttpServletRequest request) {
        if (error instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return ResponseEntity.status(known.getStatusCode())
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(known.getBody());
        }
        String id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        log.error("Problem {} at {}", id, request.getRequestURI(), error);
        ProblemDetail problem =
                problem(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        Language.of(request.getLocale()),
                        "api.failed",
                        List.of(id));
        problem.setProperty("problem", id);
        return response(problem, 0);
    }

    private static ProblemDetail problem(
            HttpStatus status, Language language, String key, List<Object> arguments) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(
                        status, Texts.text(language, key, arguments.toArray()));
        problem.setTitle(status.getReasonPhrase());
        return problem;
    }

    private static Map<String, Object> violation(Violation violation, Language language) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("parameter", violation.parameter());
        json.put("value", violation.value());
        json.put("allowed", violation.allowed());
        json.put("key", violation.key());
        json.put("message", Texts.violation(language, violation, violation.parameter()));
        return json;
    }

    private static ResponseEntity<ProblemDetail> response(ProblemDetail problem, int retrySeconds) {
        ResponseEntity.BodyBuilder builder =
                ResponseEntity.status(problem.getStatus())
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (retrySeconds > 0) {
            builder.header(HttpHeaders.RETRY_AFTER, Integer.toString(retrySeconds));
        }
        return builder.body(problem);
    }
}
