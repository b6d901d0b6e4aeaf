/** Tests of finite scalar quantisation's experiments. */
@NullMarked
package spaceslab.essay.fsq;

import org.jspecify.annotations.NullMarked;
