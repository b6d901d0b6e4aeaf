/**
 * Long-range classification tasks as generators: grammars, pictures and texts leave as sequences
 * with a label, and with what a reader of limited range can achieve at best. JDK only, no training.
 */
@NullMarked
package spaceslab.essay.pretraining.task;

import org.jspecify.annotations.NullMarked;
