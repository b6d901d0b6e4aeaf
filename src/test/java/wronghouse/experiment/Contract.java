package wronghouse.experiment;

import org.slf4j.Logger;

/** A contract that knows a library. */
public record Contract(Logger logger) {}
