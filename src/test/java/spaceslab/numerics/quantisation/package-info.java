/** Tests of the quantisers. */
@NullMarked
package spaceslab.numerics.quantisation;

import org.jspecify.annotations.NullMarked;
