package spaceslab.experiment;

import java.net.URI;
import java.time.LocalDate;

/**
 * Where a topic comes from.
 *
 * @param title the essay's own title, in Chinese
 * @param published the day it appeared; topics are shown in this order
 * @param address its page
 */
public record Essay(String title, LocalDate published, URI address) {}
