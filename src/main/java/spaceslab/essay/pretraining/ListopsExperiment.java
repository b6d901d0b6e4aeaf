package spaceslab.essay.pretraining;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import spaceslab.essay.pretraining.task.ListAnswers;
import spaceslab.essay.pretraining.task.ListBaselines;
import spaceslab.essay.pretraining.task.ListExpression;
import spaceslab.essay.pretraining.task.ListOperator;
import spaceslab.essay.pretraining.task.ListSamples;
import spaceslab.experiment.Cost;
import spaceslab.experiment.Emitter;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.ResultSchema;
import spaceslab.experiment.StopSignal;

/**
 * How far one must read a ListOps expression to get how much of it right, beside published models.
 */
final class ListopsExperiment implements Experiment<ListopsParameters> {
    private static final double SECONDS_PER_TOKEN = 3e-8;
    private static final double SECONDS_OF_EXACT = 0.4;
    private static final double[] DIGITS = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
    private static final ResultSchema RESULTS =
            ResultSchema.builder()
                    .values(
                            "samples",
                            "tries",
                            "accepted",
                            "probability",
                            "meanLength",
                            "majority",
                            "rootOperator",
                            "exactMajority",
                            "exactRootOperator",
                            "localAttention",
                            "transformer",
                            "s4",
                            "shownValue",
                            "shownLength",
                            "shownDepth",
                            "shownNodes")
                    .series("read", "share", "exact", "uniform")
                    .table("levels", "levels", "right", "percent")
                    .table("expression", "level", "operator", "value", "tokens")
                    .build();

    @Override
    public String id() {
        return "listops";
    }

    @Override
    public Class<ListopsParameters> parameters() {
        return ListopsParameters.class;
    }

    @Override
    public Mode mode(ListopsParameters parameters) {
        return Mode.LIVE;
    }

    @Override
    public Cost cost(ListopsParameters parameters) {
        return new Cost(
                0.1 + SECONDS_OF_EXACT + SECONDS_PER_TOKEN * parameters.tokens(),
                16_000_000 + 40L * parameters.samples() * parameters.maxLength());
    }

    @Override
    public ResultSchema results() {
        return RESULTS;
    }

    @Override
    public void run(ListopsParameters parameters, Emitter out, StopSignal stop) {
        for (PublishedScore score : PublishedScore.values()) {
            out.value(score.key(), score.percent());
        }
        ListSamples samples =
                ListSamples.draw(
                        parameters.grammar(),
                        parameters.minLength(),
                        parameters.maxLength(),
                        parameters.samples(),
                        parameters.seed(),
                        stop);
        out.value("samples", parameters.samples());
        out.value("tries", samples.tries());
        out.value("accepted", (double) parameters.samples() / samples.tries());
        out.value(
                "probability",
                parameters.grammar().probability(parameters.minLength(), parameters.maxLength()));
        List<ListExpression> expressions = samples.expressions();
        emitTree(expressions.get(parameters.shown() - 1), out);
        out.value(
                "meanLength",
                expressions.stream().mapToInt(ListExpression::length).average().orElseThrow());
        baselines(expressions, parameters.maxDepth() - 1, out, stop);
        exact(parameters, out, stop);
    }

    /** What the baselines that need no tree are worth, without drawing. */
    private static void exact(ListopsParameters parameters, Emitter out, StopSignal stop) {
        ListAnswers answers =
                ListAnswers.of(
                        parameters.grammar(), parameters.minLength(), parameters.maxLength(), stop);
        out.value("exactMajority", 100 * answers.majority());
        out.value("exactRootOperator", 100 * answers.rootOperator());
        double[] percents = Arrays.stream(answers.values()).map(p -> 100 * p).toArray();
        out.points("exact", DIGITS, percents);
    }

    private static void baselines(
            List<ListExpression> expressions, int levels, Emitter out, StopSignal stop) {
        ListBaselines baselines = new ListBaselines(expressions);
        int count = expressions.size();
        emitLabels(baselines, count, out);
        out.value("majority", percent(baselines.majority(), count));
        out.value("rootOperator", percent(baselines.rootOperator(), count));
        out.point("read", 0, percent(baselines.rootOperator(), count));
        out.row("levels", 0, baselines.rootOperator(), percent(baselines.rootOperator(), count));
        for (int k = 1; k <= levels; k++) {
            stop.check();
            int right = baselines.within(k);
            out.point("read", k, percent(right, count));
            out.row("levels", k, right, percent(right, count));
        }
    }

    private static void emitLabels(ListBaselines baselines, int count, Emitter out) {
        out.points("share.all", DIGITS, percents(baselines.labels(), count));
        for (ListOperator operator : ListOperator.values()) {
            int[] labels = baselines.labels(operator);
            out.points("share." + operator.key(), DIGITS, percents(labels, count));
        }
        double[] uniform = new double[10];
        Arrays.fill(uniform, 10);
        out.points("uniform", DIGITS, uniform);
    }

    private static double[] percents(int[] counts, int count) {
        return Arrays.stream(counts).mapToDouble(c -> percent(c, count)).toArray();
    }

    private static double percent(int part, int whole) {
        return 100.0 * part / whole;
    }

    private static void emitTree(ListExpression expression, Emitter out) {
        out.value("shownValue", expression.value());
        out.value("shownLength", expression.length());
        out.value("shownDepth", expression.depth());
        out.value("shownNodes", rows(expression, 0, out));
    }

    /** A row for each operator and for each run of digits, in reading order; returns operators. */
    private static int rows(ListExpression node, int level, Emitter out) {
        if (!node.isOperator()) {
            out.row("expression", level, Integer.toString(node.value()), "", 1);
            return 0;
        }
        out.row("expression", level, node.operator().name(), node.value(), node.length());
        int operators = 1;
        List<ListExpression> arguments = node.arguments();
        for (int i = 0; i < arguments.size(); ) {
            int end = i;
            while (end < arguments.size() && !arguments.get(end).isOperator()) {
                end++;
            }
            if (end > i) {
                String digits =
                        arguments.subList(i, end).stream()
                                .map(ListExpression::toString)
                                .collect(Collectors.joining(" "));
                out.row("expression", level + 1, digits, "", end - i);
            } else {
                operators += rows(arguments.get(i), level + 1, out);
                end++;
            }
            i = end;
        }
        return operators;
    }
}
