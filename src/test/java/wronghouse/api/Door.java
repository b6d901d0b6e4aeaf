package wronghouse.api;

import wronghouse.chart.Picture;
import wronghouse.run.Service;

/** A door that draws. */
public record Door(Picture picture, Service service) {}
