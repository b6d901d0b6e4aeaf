/** Tests of the data sets. */
@NullMarked
package spaceslab.learning.data;

import org.jspecify.annotations.NullMarked;
