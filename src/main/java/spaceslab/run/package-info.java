/**
 * The life of a run. A set-up (topic, experiment, parameters) enters {@link
 * spaceslab.run.RunService}; the same set-up is computed once and then answered from the cache. A
 * run's events go into its {@link spaceslab.run.EventLog}, from which any number of watchers read
 * at their own pace. Numerics run on the {@link spaceslab.run.ComputePool}, never on a request or
 * UI thread.
 */
@NullMarked
package spaceslab.run;

import org.jspecify.annotations.NullMarked;
