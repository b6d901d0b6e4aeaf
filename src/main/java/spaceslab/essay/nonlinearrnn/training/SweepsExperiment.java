package spaceslab.essay.nonlinearrnn.training;

import java.util.ArrayList;
import java.util.List;
import spaceslab.experiment.Cost;
import spaceslab.experiment.Emitter;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.ResultSchema;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.OrderedUnits;
import spaceslab.numerics.Quantiles;

/**
 * The essay's opinion made testable: is it enough to take n sweeps of the iteration as the model
 * and train that? Against the RNN that the sweeps would converge to, and against the essay's own
 * doubt, a stack of n "linear RNN + MLP" layers. A decoupled sweep and a layer cost the same
 * multiplications to the last one.
 */
public final class SweepsExperiment implements Experiment<SweepsParameters> {
    private static final double LIVE_WORK = 1e9;
    private static final double SECONDS_PER_MULTIPLICATION = 5e-10;
    private static final ResultSchema RESULTS =
            ResultSchema.builder()
                    .values(
                            "baseline",
                            "finalRnn",
                            "bestSweeps",
                            "bestSweepsN",
                            "bestStack",
                            "bestStackN",
                            "stackBetter",
                            "compared")
                    .series("lossRnn", "lossSweeps", "lossStack", "finalSweeps", "finalStack")
                    .table(
                            "models",
                            "model",
                            "n",
                            "weights",
                            "multiplications",
                            "depth",
                            "loss",
                            "lossLeast",
                            "lossMost",
                            "right",
                            "stepTime [ms]")
                    .table("repeats", "model", "n", "repeat", "loss", "right")
                    .build();

    private final OrderedUnits units;

    /** On all processors. */
    public SweepsExperiment() {
        this(OrderedUnits.onAllProcessors());
    }

    /** On as many threads as {@code units} has. */
    public SweepsExperiment(OrderedUnits units) {
        this.units = units;
    }

    @Override
    public String id() {
        return "sweeps";
    }

    @Override
    public Class<SweepsParameters> parameters() {
        return SweepsParameters.class;
    }

    @Override
    public Mode mode(SweepsParameters parameters) {
        return parameters.work() <= LIVE_WORK ? Mode.LIVE : Mode.QUEUED;
    }

    @Override
    public Cost cost(SweepsParameters parameters) {
        return new Cost(0.1 + SECONDS_PER_MULTIPLICATION * parameters.work(), 30_000_000);
    }

    @Override
    public ResultSchema results() {
        return RESULTS;
    }

    @Override
    public void run(SweepsParameters parameters, Emitter out, StopSignal stop) {
        out.value("baseline", parameters.task().baseline());
        List<Contender> contenders = Contender.of(parameters);
        Standings standings = new Standings();
        OrderedEmission ordered = new OrderedEmission(out);
        List<ContenderTraining> trainings = new ArrayList<>();
        int repeats = parameters.repeats();
        int count = contenders.size() * repeats;
        units.map(
                0,
                count,
                () ->
                        unit -> {
                            Contender contender = contenders.get(unit / repeats);
                            int repeat = unit % repeats;
                            ContenderTraining training =
                                    ContenderTraining.of(
                                            contender.model(),
                                            parameters,
                                            repeat,
                                            repeat == 0 ? series(contender) : "",
                                            ordered.of(unit),
                                            stop);
                            ordered.finish(
                                    unit,
                                    () -> {
                                        trainings.add(training);
                                        out.progress("trainings", unit + 1, count);
                                        if (repeat == repeats - 1) {
                                            report(contender, parameters, trainings, out);
                                            standings.add(contender, trainings);
                                            standings.emit(out);
                                            trainings.clear();
                                        }
                                    });
                            return unit;
                        });
    }

    private static String series(Contender contender) {
        return switch (contender.kind()) {
            case RNN -> "lossRnn";
            case SWEEPS -> "lossSweeps.n" + contender.n();
            case STACK -> "lossStack.n" + contender.n();
        };
    }

    private static void report(
            Contender contender,
            SweepsParameters parameters,
            List<ContenderTraining> trainings,
            Emitter out) {
        Quantiles losses = ContenderTraining.losses(trainings);
        double median = losses.median();
        double right =
                trainings.stream().mapToDouble(t -> t.score().right()).average().orElseThrow();
        double millis =
                trainings.stream().mapToDouble(ContenderTraining::millis).average().orElseThrow();
        out.row(
                "models",
                contender.kind().label(),
                contender.n(),
                contender.model().size(),
                contender.model().multiplications(),
                contender.depth(parameters.length()),
                median,
                losses.at(0),
                losses.at(1),
                right,
                millis);
        for (int i = 0; i < trainings.size(); i++) {
            ContenderTraining one = trainings.get(i);
            out.row(
                    "repeats",
                    contender.kind().label(),
                    contender.n(),
                    i + 1,
                    one.loss(),
                    one.score().right());
        }
        double[] n = {contender.n()};
        double[] y = {median};
        double[] lower = {losses.at(0)};
        double[] upper = {losses.at(1)};
        switch (contender.kind()) {
            case RNN -> out.value("finalRnn", median);
            case SWEEPS -> out.band("finalSweeps", n, y, lower, upper);
            case STACK -> out.band("finalStack", n, y, lower, upper);
        }
    }
}
