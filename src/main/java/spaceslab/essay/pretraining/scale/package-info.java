/**
 * The same comparison for fewer and fewer labelled pictures. Sizes and seeds enter; accuracies of
 * both arms by size leave.
 */
@NullMarked
package spaceslab.essay.pretraining.scale;

import org.jspecify.annotations.NullMarked;
