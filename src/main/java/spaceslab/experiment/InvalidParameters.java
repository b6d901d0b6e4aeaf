package spaceslab.experiment;

import java.util.List;
import java.util.stream.Collectors;

/** Parameters that cannot be run; names every violation. */
public final class InvalidParameters extends IllegalArgumentException {
    private final transient List<Violation> violations;

    public InvalidParameters(List<Violation> violations) {
        super(violations.stream().map(Violation::toString).collect(Collectors.joining("; ")));
        this.violations = List.copyOf(violations);
    }

    public InvalidParameters(Violation violation) {
        this(List.of(violation));
    }

    public List<Violation> violations() {
        return violations;
    }
}
