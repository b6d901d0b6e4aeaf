/**
 * What trained models say of quantised keys: recall of what lies beyond the window, a language
 * model that writes with a constant memory, a model tested on longer texts than it was trained on,
 * and a trained model whose keys are quantised afterwards. Settings enter; curves by step,
 * codebooks and texts leave.
 */
@NullMarked
package spaceslab.essay.transformervq.training;

import org.jspecify.annotations.NullMarked;
