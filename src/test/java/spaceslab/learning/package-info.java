@NullMarked
package spaceslab.learning;

import org.jspecify.annotations.NullMarked;
