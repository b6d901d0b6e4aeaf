@NullMarked
package spaceslab.essay.pretraining.scale;

import org.jspecify.annotations.NullMarked;
