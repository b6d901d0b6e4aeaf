/**
 * Real processes of the site that are killed and ended in the middle of their work. Each is the
 * whole application with the probe of the run tests as one more topic, on a port and a database of
 * its own; their logs are in {@code target/fault}.
 */
@NullMarked
package spaceslab.fault;

import org.jspecify.annotations.NullMarked;
