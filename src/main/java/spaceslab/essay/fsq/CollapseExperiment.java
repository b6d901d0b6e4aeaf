package spaceslab.essay.fsq;

import java.util.Arrays;
import spaceslab.experiment.Cost;
import spaceslab.experiment.Emitter;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.ResultSchema;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.quantisation.CodeUsage;
import spaceslab.numerics.quantisation.Codebook;

/**
 * Codebooks that learn fixed inputs far from where they begin, by all methods from the same start
 * and batches: codes in use, perplexity and distortion after every step on all inputs, and the
 * chosen method's cells at the step that is shown.
 */
final class CollapseExperiment implements Experiment<CollapseParameters> {
    private static final ResultSchema RESULTS =
            ResultSchema.builder()
                    .values(
                            "used",
                            "usage",
                            "perplexity",
                            "distortion",
                            "step",
                            "codes",
                            "codesGradient",
                            "codesEma",
                            "codesEmaReset",
                            "averageAsGradient")
                    .series(
                            "inputs",
                            "alive",
                            "cellsAlive",
                            "cellsDead",
                            "dead",
                            "usedCodes",
                            "perplexityAt",
                            "distortionAt",
                            "share")
                    .table("methods", "method", "used", "perplexity", "distortion")
                    .build();

    @Override
    public String id() {
        return "collapse";
    }

    @Override
    public Class<CollapseParameters> parameters() {
        return CollapseParameters.class;
    }

    @Override
    public Mode mode(CollapseParameters parameters) {
        return Mode.LIVE;
    }

    @Override
    public Cost cost(CollapseParameters parameters) {
        double distances =
                3.0
                        * (parameters.step() + 1)
                        * (Inputs.COUNT + parameters.batch())
                        * parameters.codes();
        return new Cost(0.02 + 4e-9 * distances, 16_000_000);
    }

    @Override
    public ResultSchema results() {
        return RESULTS;
    }

    @Override
    public void run(CollapseParameters parameters, Emitter out, StopSignal stop) {
        Inputs inputs = new Inputs(parameters);
        Codebook start = inputs.start(stop);
        out.value("step", parameters.step());
        out.value("codes", parameters.codes());
        for (CodebookMethod method : CodebookMethod.values()) {
            CodebookCurve curve =
                    CodebookCurve.of(
                            CodebookLearner.of(method, parameters, start, inputs),
                            parameters.step(),
                            inputs,
                            stop);
            curve.emit(method.key(), out);
            if (method == parameters.method()) {
                picture(curve.last(), inputs, out, stop);
            }
        }
        AverageAsGradient twins = new AverageAsGradient(start, parameters.decay());
        for (int step = 0; step < parameters.step(); step++) {
            stop.check();
            twins.step(inputs.batch(step));
        }
        out.value("averageAsGradient", twins.difference());
    }

    private static void picture(Codebook codebook, Inputs inputs, Emitter out, StopSignal stop) {
        double[][] z = inputs.vectors();
        int[] assignment = codebook.assign(z);
        CodeUsage usage = CodeUsage.of(assignment, codebook.size());
        VoronoiCells.emit(codebook, usage, z, out, stop);
        out.points("inputs", column(z, 0), column(z, 1));
        double[][] codes = codebook.codes();
        emitCodes("alive", codes, usage, true, out);
        emitCodes("dead", codes, usage, false, out);
        out.value("used", usage.used());
        out.value("usage", usage.usage());
        out.value("perplexity", usage.perplexity());
        out.value("distortion", codebook.distortion(z, assignment));
        double[] shares = usage.sortedShares();
        double[] rank = new double[shares.length];
        Arrays.setAll(rank, i -> i + 1);
        out.points("share", rank, shares);
    }

    private static void emitCodes(
            String name, double[][] codes, CodeUsage usage, boolean alive, Emitter out) {
        double[][] chosen =
                java.util.stream.IntStream.range(0, codes.length)
                        .filter(k -> usage.count(k) > 0 == alive)
                        .mapToObj(k -> codes[k])
                        .toArray(double[][]::new);
        out.points(name, column(chosen, 0), column(chosen, 1));
    }

    private static double[] column(double[][] rows, int column) {
        return Arrays.stream(rows).mapToDouble(row -> row[column]).toArray();
    }
}
