/**
 * What papers report, as tables with the origin of every number: read from {@code
 * published/<topic>.json}, shown by pages and the API under "As published", and never mixed with
 * our own measurements. A file that holds a number of unknown origin is refused.
 */
@NullMarked
package spaceslab.published;

import org.jspecify.annotations.NullMarked;
