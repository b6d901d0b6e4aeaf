package spaceslab.api;

import java.util.List;
import org.springframework.http.HttpStatus;
import spaceslab.experiment.Violation;

/** An answer other than success; {@code text.key} is worded in the caller's language. */
final class ApiException extends RuntimeException {
    private final HttpStatus status;
    private final String key;
    private final transient List<Object> arguments;
    private final transient List<Violation> violations;

    private ApiException(
            HttpStatus status, String key, List<Object> arguments, List<Violation> violations) {
        super(key, null, false, false);
        this.status = status;
        this.key = key;
        this.arguments = arguments;
        this.violations = violations;
    }

    static ApiException notFound(String what, String name) {
        return new ApiException(
                HttpStatus.NOT_FOUND, "api.notFound." + what, List.of(clipped(name)), List.of());
    }

    static ApiException badRequest(String key, Object... arguments) {
        return new ApiException(HttpStatus.BAD_REQUEST, key, List.of(arguments), List.of());
    }

    static ApiException tooLarge(int bytes) {
        return new ApiException(
                HttpStatus.CONTENT_TOO_LARGE, "api.tooLarge", List.of(bytes), List.of());
    }

    static ApiException refused(List<Violation> violations) {
        return new ApiException(
                HttpStatus.UNPROCESSABLE_CONTENT, "api.invalid", List.of(), violations);
    }

    private static String clipped(String name) {
        return name.length() > 60 ? name.substring(0, 60) + "…" : name;
    }

    HttpStatus status() {
        return status;
    }

    String key() {
        return key;
    }

    List<Object> arguments() {
        return arguments;
    }

    List<Violation> violations() {
        return violations;
    }
}
