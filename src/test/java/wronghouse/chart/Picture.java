package wronghouse.chart;

import org.slf4j.Logger;

/** A chart that knows a library. */
public record Picture(Logger logger) {}
