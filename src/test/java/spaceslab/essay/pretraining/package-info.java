@NullMarked
package spaceslab.essay.pretraining;

import org.jspecify.annotations.NullMarked;
