/**
 * Networks with a quantiser inside, trained on small pictures: each picture becomes a grid of
 * integers and back, and a language model writes new ones.
 */
@NullMarked
package spaceslab.essay.fsq.training;

import org.jspecify.annotations.NullMarked;
