@NullMarked
package spaceslab.essay.pretraining.task;

import org.jspecify.annotations.NullMarked;
