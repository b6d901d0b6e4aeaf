/**
 * What the page of the attention scale shows of each experiment: figures over the run's series,
 * values, tables and grids. Mean-field is slot 2 and the drawn median slot 1 on every chart.
 */
@NullMarked
package spaceslab.essay.attentionscale.ui;

import org.jspecify.annotations.NullMarked;
