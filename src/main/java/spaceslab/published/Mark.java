package spaceslab.published;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a published number came to us. */
public enum Mark {
    /** Read at its source. */
    VERIFIED,
    /** Reported by others; not checked at its source. */
    SECONDHAND,
    /** Read off a figure. */
    DIGITISED,
    /** Computed for this project. */
    MEASURED;

    /** As in the files and in text keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The mark of that name; any other is refused, recalled numbers above all. */
    static Mark of(String key, String where) {
        return Arrays.stream(values())
                .filter(mark -> mark.key().equals(key))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "mark (%s) of %s must be one of %s"
                                        .formatted(
                                                key,
                                                where,
                                                Arrays.stream(values())
                                                        .map(Mark::key)
                                                        .collect(Collectors.joining(", ")))));
    }
}
