/**
 * One model, trained from scratch on labels or first on the inputs alone, at the same number of
 * steps. Settings enter; accuracies by step, what attention looks at and kernels leave.
 */
@NullMarked
package spaceslab.essay.pretraining.transfer;

import org.jspecify.annotations.NullMarked;
