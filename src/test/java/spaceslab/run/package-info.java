/** Tests of the run service with small experiments whose behaviour is known. */
@NullMarked
package spaceslab.run;

import org.jspecify.annotations.NullMarked;
