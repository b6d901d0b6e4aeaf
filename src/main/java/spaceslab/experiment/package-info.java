/**
 * The one contract between essays and the site. An essay's {@link spaceslab.experiment.Topic}
 * offers {@link spaceslab.experiment.Experiment}s; each is declared by one record of parameters,
 * from which form, link, validation, API schema and cache key all follow ({@link
 * spaceslab.experiment.ParameterSchema}). What an experiment finds leaves it as {@link
 * spaceslab.experiment.RunEvent}s; who watches is not its concern. JDK only.
 */
@NullMarked
package spaceslab.experiment;

import org.jspecify.annotations.NullMarked;
