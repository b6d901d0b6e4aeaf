/** Tests of the essay on quantised keys. */
@NullMarked
package spaceslab.essay.transformervq;

import org.jspecify.annotations.NullMarked;
