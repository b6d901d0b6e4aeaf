/**
 * What a page shows of a run, as records: charts, tables, tiles, equations and image grids. A
 * figure names the run's series, values, tables and grids; the browser's components draw them. JDK
 * only.
 */
@NullMarked
package spaceslab.chart;

import org.jspecify.annotations.NullMarked;
