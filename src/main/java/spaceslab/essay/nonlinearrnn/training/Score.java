package spaceslab.essay.nonlinearrnn.training;

/**
 * How well a model answers.
 *
 * @param loss mean loss of the answers that count
 * @param right share of them that are right
 */
public record Score(double loss, double right) {}
