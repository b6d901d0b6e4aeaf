/**
 * Mathematics that several essays share: special functions, quadrature, roots, statistics, seeded
 * random streams and units of work spread over the cores with a fixed order of results. Arrays and
 * numbers enter and leave; nothing here knows an essay. May use EJML and commons-math3, and of
 * {@code experiment} only the stop signal and the emitter.
 */
@NullMarked
package spaceslab.numerics;

import org.jspecify.annotations.NullMarked;
