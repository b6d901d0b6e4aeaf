package spaceslab.essay.attentionscale;

import java.util.List;
import spaceslab.experiment.InvalidParameters;
import spaceslab.experiment.Parameter;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.Violation;

/**
 * Of one attention head trained with several scales.
 *
 * @param form of a score
 * @param alphas scales that multiply the scores
 * @param n keys that share a softmax
 * @param d dimension of keys, queries and values
 * @param rule that turns gradients into steps
 * @param rates of Adam; the first is the one at which all scales are compared
 * @param descentRates the same for gradient descent
 * @param steps of a training; the whole work is limited to 5e11 multiplications
 * @param threshold share of log C at which the task counts as learned
 * @param repeats trainings of every scale and rate, from seeds of their own
 * @param seed of weights and batches
 */
record TrainingParameters(
        @Parameter("dotProduct") ScoreForm form,
        @Parameter(
                        value = "0.5,1,2,2.5,4,8",
                        min = "0.01",
                        max = "100",
                        maxItems = 8,
                        symbol = "\\alpha")
                List<Double> alphas,
        @Parameter(value = "64", min = "4", max = "1024", scale = Parameter.Scale.LOG, symbol = "n")
                int n,
        @Parameter(value = "32", min = "4", max = "128", scale = Parameter.Scale.LOG, symbol = "d")
                int d,
        @Parameter("adam") DescentRule rule,
        @Parameter(
                        value = "0.01,0.003,0.03,0.1",
                        min = "0.0001",
                        max = "1",
                        maxItems = 5,
                        symbol = "\\eta",
                        when = "rule=adam")
                List<Double> rates,
        @Parameter(
                        value = "1,0.3,3,5,10",
                        min = "0.001",
                        max = "100",
                        maxItems = 5,
                        symbol = "\\eta",
                        when = "rule=gradientDescent")
                List<Double> descentRates,
        @Parameter(value = "300", min = "20", max = "5000", scale = Parameter.Scale.LOG) int steps,
        @Parameter(value = "0.5", min = "0.05", max = "0.95", step = "0.05") double threshold,
        @Parameter(value = "5", min = "1", max = "10") int repeats,
        @Parameter(value = "1", seed = true) long seed) {
    private static final int LABELS = 16;
    private static final int SEQUENCES = 4;
    private static final int QUERIES = 32;
    private static final int FORWARD_AND_BACKWARD = 3;
    private static final double MOST_WORK = 5e11;
    private static final int LEAST_STEPS = 20;

    TrainingParameters {
        ParameterSchema.check(
                TrainingParameters.class,
                form,
                alphas,
                n,
                d,
                rule,
                rates,
                descentRates,
                steps,
                threshold,
                repeats,
                seed);
        alphas = distinct("alphas", alphas, "1–8 × [0.01 … 100]");
        rates = distinct("rates", rates, "1–5 × [0.0001 … 1]");
        descentRates = distinct("descentRates", descentRates, "1–5 × [0.001 … 100]");
        int trainings = alphas.size() * (rule == DescentRule.ADAM ? rates : descentRates).size();
        int mostSteps = (int) (MOST_WORK / (trainings * stepWork(n, d, repeats)));
        if (mostSteps < LEAST_STEPS) {
            int most = (int) (MOST_WORK / (trainings * LEAST_STEPS * stepWork(n, d, 1)));
            throw new InvalidParameters(
                    new Violation("repeats", Integer.toString(repeats), "range", "1 … " + most));
        }
        if (steps > mostSteps) {
            throw new InvalidParameters(
                    new Violation(
                            "steps",
                            Integer.toString(steps),
                            "range",
                            LEAST_STEPS + " … " + mostSteps));
        }
    }

    private static List<Double> distinct(String name, List<Double> values, String allowed) {
        if (values.isEmpty() || values.stream().distinct().count() < values.size()) {
            String key = values.isEmpty() ? "items" : "twice";
            throw new InvalidParameters(new Violation(name, values.toString(), key, allowed));
        }
        return List.copyOf(values);
    }

    /** Multiplications of one step of all repeats of one scale. */
    private static double stepWork(int n, int d, int repeats) {
        double keysAndValues = (double) n * d * (d + LABELS);
        double queries = (double) QUERIES * d * (d + LABELS);
        double attention = 2.0 * QUERIES * n * d;
        return FORWARD_AND_BACKWARD * repeats * SEQUENCES * (keysAndValues + queries + attention);
    }

    /** Multiplications of one step of all repeats of one scale. */
    double stepWork() {
        return stepWork(n, d, repeats);
    }

    /** The rates that count for the chosen rule, the common one first. */
    List<Double> chosenRates() {
        return rule == DescentRule.ADAM ? rates : descentRates;
    }

    /** Scales in ascending order. */
    List<Double> ascendingAlphas() {
        return alphas.stream().sorted().toList();
    }

    RetrievalTask task() {
        return new RetrievalTask(n, d, LABELS, SEQUENCES, QUERIES);
    }

    /** Loss at which the task counts as learned. */
    double thresholdLoss() {
        return threshold * task().baseline();
    }

    /** Native bytes of one training: inputs, activations and their gradients. */
    long bytes() {
        long rows = (long) repeats * SEQUENCES;
        long numbers = rows * (10L * (n + QUERIES) * d + 10L * QUERIES * n + (long) n * LABELS);
        return 4 * (numbers + 16L * repeats * d * d);
    }
}
