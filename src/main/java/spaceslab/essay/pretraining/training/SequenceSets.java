package spaceslab.essay.pretraining.training;

/**
 * What an arm trains on, and what no arm trains on.
 *
 * @param training both arms' sequences, with labels that only supervised steps use
 * @param test held out
 */
public record SequenceSets(Sequences training, Sequences test) {}
