@NullMarked
package spaceslab.essay.pretraining.transfer;

import org.jspecify.annotations.NullMarked;
