package spaceslab.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A claim that is computed: by the essay, by its paper or by us. The claim's words are the text
 * {@code <topic>.finding.<id>.claim}; its measured figures fill the text {@code
 * <topic>.finding.<id>.measured}. A finding whose measured status differs from the expected one
 * fails the tests.
 *
 * @param id lower camel case
 * @param source who claims it
 * @param expected the status that our computation gave when this was written
 * @param experiment shows it
 * @param parameters with these parameters (seed included)
 * @param tolerance relative tolerance of the check's comparisons
 * @param quick whether it takes under 2 s, so that every build recomputes it
 * @param check decides from the run's result
 */
public record Finding<P extends Record>(
        String id,
        Source source,
        Status expected,
        Experiment<P> experiment,
        P parameters,
        double tolerance,
        boolean quick,
        Check check) {

    /** A finding whose parameters are given as in a link: those that differ from the defaults. */
    public static <P extends Record> Finding<P> of(
            String id,
            Source source,
            Status expected,
            Experiment<P> experiment,
            Map<String, String> differing,
            double tolerance,
            boolean quick,
            Check check) {
        P parameters = ParameterSchema.of(experiment.parameters()).strict(differing);
        return new Finding<>(id, source, expected, experiment, parameters, tolerance, quick, check);
    }

    /** One that every build recomputes. */
    public static <P extends Record> Finding<P> quick(
            String id,
            Source source,
            Status expected,
            Experiment<P> experiment,
            Map<String, String> differing,
            double tolerance,
            Check check) {
        return of(id, source, expected, experiment, differing, tolerance, true, check);
    }

    /** One whose run comes with the product. */
    public static <P extends Record> Finding<P> heavy(
            String id,
            Source source,
            Status expected,
            Experiment<P> experiment,
            Map<String, String> differing,
            double tolerance,
            Check check) {
        return of(id, source, expected, experiment, differing, tolerance, false, check);
    }

    /** Who makes a claim. */
    public enum Source {
        ESSAY,
        PAPER,
        OURS
    }

    /** What the computation says of it. */
    public enum Status {
        HOLDS,
        DOES_NOT_HOLD,
        DEPENDS_ON
    }

    /** What a check measured: the status and the figures that the card prints. */
    public record Measurement(Status status, List<Object> figures) {
        public Measurement {
            figures = List.copyOf(figures);
        }

        public static Measurement of(Status status, Object... figures) {
            return new Measurement(status, Arrays.asList(figures));
        }

        /** Holds or does not hold, with figures. */
        public static Measurement that(boolean holds, Object... figures) {
            return of(holds ? Status.HOLDS : Status.DOES_NOT_HOLD, figures);
        }
    }

    /** Decides from a finished run's result; {@code tolerance} is the finding's. */
    @FunctionalInterface
    public interface Check {
        Measurement measure(RunResult result, double tolerance);
    }

    /** Applies the check. */
    public Measurement measure(RunResult result) {
        return check.measure(result, tolerance);
    }
}
