package spaceslab.run;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import spaceslab.experiment.Topic;

/** All topics of the site, in the order in which their essays appeared. */
@Component
public class Catalogue {
    private final List<Topic> topics;

    Catalogue(List<Topic> topics) {
        this.topics =
                topics.stream().sorted(Comparator.comparing(t -> t.essay().published())).toList();
    }

    public List<Topic> topics() {
        return topics;
    }

    /** The topic called {@code id}, or empty. */
    public Optional<Topic> topic(String id) {
        return topics.stream().filter(t -> t.id().equals(id)).findFirst();
    }
}
