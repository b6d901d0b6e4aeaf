package spaceslab.essay.transformervq;

import java.util.stream.IntStream;
import spaceslab.experiment.Cost;
import spaceslab.experiment.Emitter;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.ResultSchema;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.SeededStreams;
import spaceslab.numerics.quantisation.Codebook;

/** How many codes it takes to tell M keys apart, without any training: the pigeonhole. */
final class RecallExperiment implements Experiment<RecallParameters> {
    private static final double LIVE_SECONDS = 1.2;
    private static final int MOST_CODES = 512;
    private static final ResultSchema RESULTS =
            ResultSchema.builder()
                    .values(
                            "fullRecall",
                            "distinctKeys",
                            "recallHere",
                            "majorityHere",
                            "aloneHere",
                            "usedHere")
                    .series("recall", "majority", "alone", "pigeonhole", "load")
                    .table(
                            "codebooks",
                            "codes",
                            "used",
                            "recall",
                            "majority",
                            "alone",
                            "distortion")
                    .build();

    @Override
    public String id() {
        return "recall";
    }

    @Override
    public Class<RecallParameters> parameters() {
        return RecallParameters.class;
    }

    @Override
    public Mode mode(RecallParameters parameters) {
        return cost(parameters).seconds() <= LIVE_SECONDS ? Mode.LIVE : Mode.QUEUED;
    }

    @Override
    public Cost cost(RecallParameters p) {
        double codes = sizes(p).sum() + p.codes();
        double rounds =
                switch (p.codebook()) {
                    case K_MEANS -> 5;
                    case MOVING_AVERAGE -> Codebooks.ROUNDS + 1;
                    case RANDOM_KEYS -> 1;
                };
        double perCode = (double) p.tokens() * p.dimension();
        double answers = (double) p.keys() * p.tokens() * (p.dimension() + p.kinds());
        return new Cost(
                0.02 + 1.2e-9 * (codes * perCode * rounds + answers),
                16L * p.tokens() * p.dimension() + 4L * MOST_CODES * (p.keys() + p.kinds()));
    }

    @Override
    public ResultSchema results() {
        return RESULTS;
    }

    @Override
    public void run(RecallParameters p, Emitter out, StopSignal stop) {
        RecallTask task = new RecallTask(p);
        out.value("distinctKeys", p.keys());
        out.value("fullRecall", task.full(stop));
        look(p, task, out, stop);
        sizes(p).forEach(codes -> {
            RecallTask.Standing standing = task.quantised(codebook(p, task, codes, stop), stop);
            out.point("recall", codes, standing.recall());
            out.point("majority", codes, standing.homes().majority());
            out.point("alone", codes, standing.homes().alone());
            out.point("pigeonhole", codes, pigeonhole(p.keys(), codes));
            out.row(
                    "codebooks",
                    codes,
                    standing.homes().used(),
                    standing.recall(),
                    standing.homes().majority(),
                    standing.homes().alone(),
                    standing.distortion());
        });
    }

    /** Powers of two from 4 to four codes a key, 512, or as many as there are tokens. */
    private static IntStream sizes(RecallParameters p) {
        int most = Math.min(Math.min(MOST_CODES, p.tokens()), Math.max(8, 4 * p.keys()));
        return IntStream.iterate(4, c -> c <= most, c -> 2 * c);
    }

    /** The largest share of M pigeons that can sit alone in c holes, if all must be housed. */
    static double pigeonhole(int keys, int codes) {
        return codes >= keys ? 1 : (codes - 1.0) / keys;
    }

    private static Codebook codebook(
            RecallParameters p, RecallTask task, int codes, StopSignal stop) {
        return Codebooks.of(
                p.codebook(),
                task.tokens(),
                codes,
                new SeededStreams(p.seed()).child(1).stream(codes),
                stop);
    }

    private static void look(RecallParameters p, RecallTask task, Emitter out, StopSignal stop) {
        RecallTask.Standing standing = task.quantised(codebook(p, task, p.codes(), stop), stop);
        Homes homes = standing.homes();
        out.value("recallHere", standing.recall());
        out.value("majorityHere", homes.majority());
        out.value("aloneHere", homes.alone());
        out.value("usedHere", homes.used());
        out.points(
                "load",
                IntStream.rangeClosed(1, homes.keysAt().length).asDoubleStream().toArray(),
                IntStream.of(homes.keysAt()).asDoubleStream().toArray());
    }
}
