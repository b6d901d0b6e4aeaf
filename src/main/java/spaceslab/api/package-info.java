/**
 * The same runs for programs: REST and server-sent events over {@link spaceslab.run.RunService}.
 * Names, JSON and events are those of the page; errors are RFC 9457 problem details that name the
 * parameter, the value and the allowed range.
 */
@NullMarked
package spaceslab.api;

import org.jspecify.annotations.NullMarked;
