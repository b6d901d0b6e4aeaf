package spaceslab.essay.nonlinearrnn.training;

/**
 * What forward and backward over one sequence cost.
 *
 * @param multiplications in all
 * @param depth steps that have to wait for each other; a step is a cell, a pull-back, a composition
 *     of two maps or their application
 */
public record PassCost(double multiplications, double depth) {}
