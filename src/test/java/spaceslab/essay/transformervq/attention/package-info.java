/** Tests of attention over quantised keys. */
@NullMarked
package spaceslab.essay.transformervq.attention;

import org.jspecify.annotations.NullMarked;
