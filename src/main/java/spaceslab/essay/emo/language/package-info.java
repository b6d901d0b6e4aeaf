/**
 * A pre-trained model of the King James Bible, trained on with one loss and another. Settings
 * enter; perplexities, samples and their measures leave.
 */
@NullMarked
package spaceslab.essay.emo.language;

import org.jspecify.annotations.NullMarked;
