package spaceslab.experiment;

import java.util.stream.Stream;

/**
 * Parameters whose finished run comes with the product, so that nobody waits for it.
 *
 * @param experiment what is computed
 * @param parameters with these parameters
 */
public record ShippedSetup<P extends Record>(Experiment<P> experiment, P parameters) {

    /** An experiment's default, whatever it costs. */
    public static <P extends Record> ShippedSetup<P> byDefault(Experiment<P> experiment) {
        return new ShippedSetup<>(
                experiment, ParameterSchema.of(experiment.parameters()).defaults());
    }

    /** A finding's set-up, where it is too heavy to be computed by every build. */
    static <P extends Record> Stream<ShippedSetup<?>> ofHeavy(Finding<P> finding) {
        return finding.quick()
                ? Stream.empty()
                : Stream.of(new ShippedSetup<>(finding.experiment(), finding.parameters()));
    }

    /** An experiment's default, where a visitor would have to start it and wait. */
    static <P extends Record> Stream<ShippedSetup<?>> ofQueued(Experiment<P> experiment) {
        ShippedSetup<P> setup = byDefault(experiment);
        return experiment.mode(setup.parameters()) == Experiment.Mode.QUEUED
                ? Stream.of(setup)
                : Stream.empty();
    }
}
