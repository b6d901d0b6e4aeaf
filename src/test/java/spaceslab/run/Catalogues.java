package spaceslab.run;

import java.util.List;
import spaceslab.experiment.Topic;

/** Catalogues of given topics, for tests of other rooms. */
public final class Catalogues {
    private Catalogues() {}

    public static Catalogue of(Topic... topics) {
        return new Catalogue(List.of(topics));
    }
}
