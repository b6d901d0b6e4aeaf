/**
 * Networks with a quantiser inside, trained on small pictures: each picture becomes a grid of
 * integers and back.
 */
@NullMarked
package spaceslab.essay.fsq.training;

import org.jspecify.annotations.NullMarked;
