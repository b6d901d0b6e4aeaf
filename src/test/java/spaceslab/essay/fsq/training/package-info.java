/** Tests of the trained tokenisers. */
@NullMarked
package spaceslab.essay.fsq.training;

import org.jspecify.annotations.NullMarked;
