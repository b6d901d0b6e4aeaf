package spaceslab.numerics;

/**
 * A cumulant generating function at one point: value, first and second derivative.
 *
 * @param value log E[e^{αs}], possibly minus a linear part that the maker states
 * @param slope its derivative in α: the mean of the tilted distribution
 * @param curvature its second derivative: the variance of the tilted distribution
 */
public record Cumulants(double value, double slope, double curvature) {}
