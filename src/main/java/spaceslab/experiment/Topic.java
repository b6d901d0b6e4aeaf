package spaceslab.experiment;

import java.util.List;
import java.util.stream.Stream;

/**
 * One essay of the blog with its experiments and findings. A topic is a Spring bean; gallery,
 * navigation, API, tests and ledger find it by type, and nothing else lists topics.
 */
public interface Topic {
    /** Lower-case id with hyphens, the first segment of its links, such as {@code minimum-sum}. */
    String id();

    /** The essay this topic makes computable. */
    Essay essay();

    /** Its central formula, as TeX. */
    String formula();

    /** Its experiments; the first is the one that {@code /<topic>} shows. */
    List<Experiment<?>> experiments();

    /** The claims that are computed, at least five. */
    List<Finding<?>> findings();

    /**
     * The runs that come with the product: the defaults of experiments that queue and the set-ups
     * of heavy findings. A topic that ships more adds its own to these.
     */
    default List<ShippedSetup<?>> shipped() {
        return Stream.concat(
                        experiments().stream().flatMap(ShippedSetup::ofQueued),
                        findings().stream().flatMap(ShippedSetup::ofHeavy))
                .<ShippedSetup<?>>map(setup -> setup)
                .distinct()
                .toList();
    }

    /** Trained weights that come with the product. */
    default List<ShippedWeights> weights() {
        return List.of();
    }

    /** The experiment called {@code id}, or empty. */
    default java.util.Optional<Experiment<?>> experiment(String id) {
        return experiments().stream().filter(e -> e.id().equals(id)).findFirst();
    }
}
