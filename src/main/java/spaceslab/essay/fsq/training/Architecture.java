package spaceslab.essay.fsq.training;

/**
 * Of encoder and decoder.
 *
 * @param dimension D, of the vectors between which the quantiser stands
 * @param width of the hidden layers
 * @param depth hidden layers of each; 0 makes encoder and decoder linear in each patch
 * @param everyLayer whether the output of every hidden layer is quantised as well
 */
public record Architecture(int dimension, int width, int depth, boolean everyLayer) {}
