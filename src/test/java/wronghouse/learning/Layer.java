package wronghouse.learning;

import wronghouse.chart.Picture;

/** A network part that draws. */
public record Layer(Picture picture) {}
