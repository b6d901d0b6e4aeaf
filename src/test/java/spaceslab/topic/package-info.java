/**
 * What every topic promises, tested for all topics that exist: round trips, texts in both
 * languages, findings.
 */
@NullMarked
package spaceslab.topic;

import org.jspecify.annotations.NullMarked;
