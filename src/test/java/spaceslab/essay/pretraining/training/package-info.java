@NullMarked
package spaceslab.essay.pretraining.training;

import org.jspecify.annotations.NullMarked;
