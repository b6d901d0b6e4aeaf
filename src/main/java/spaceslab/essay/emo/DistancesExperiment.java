package spaceslab.essay.emo;

import java.util.Arrays;
import spaceslab.essay.emo.loss.Softmax;
import spaceslab.essay.emo.transport.Costs;
import spaceslab.essay.emo.transport.Coupling;
import spaceslab.essay.emo.transport.NetworkSimplex;
import spaceslab.essay.emo.transport.Sinkhorn;
import spaceslab.experiment.Cost;
import spaceslab.experiment.Emitter;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.ResultSchema;
import spaceslab.experiment.StopSignal;

/**
 * Two equal bumps of finite width that are moved apart: which distances still say in which
 * direction to go when they no longer overlap.
 */
final class DistancesExperiment implements Experiment<DistancesParameters> {
    private static final double START = 0.25;
    private static final double FARTHEST = 0.5;
    private static final int SHIFTS = 26;
    private static final int MOST_ROUNDS = 2000;

    private static final ResultSchema RESULTS =
            ResultSchema.builder()
                    .values(
                            "shift",
                            "transport",
                            "entropic",
                            "kullbackLeibler",
                            "jensenShannon",
                            "totalVariation",
                            "hellinger")
                    .series("bump", "distance", "slope")
                    .grids("plan")
                    .build();

    /** The Hellinger distance of equals was not 0. */
    @Override
    public int schemaVersion() {
        return 2;
    }

    @Override
    public String id() {
        return "distances";
    }

    @Override
    public Class<DistancesParameters> parameters() {
        return DistancesParameters.class;
    }

    @Override
    public Mode mode(DistancesParameters parameters) {
        return Mode.LIVE;
    }

    @Override
    public Cost cost(DistancesParameters p) {
        double entries = (double) p.places() * p.places();
        return new Cost(0.05 + SHIFTS * entries * (4e-7 + 4e-8 / p.epsilon()), 16_000_000);
    }

    @Override
    public ResultSchema results() {
        return RESULTS;
    }

    @Override
    public void run(DistancesParameters in, Emitter out, StopSignal stop) {
        double[] places = new double[in.places()];
        for (int k = 0; k < places.length; k++) {
            places[k] = (double) k / (places.length - 1);
        }
        Costs costs = Costs.onLine(places, places, d -> d);
        double[] still = bump(places, START, in.width());
        double[] moved = bump(places, START + in.shift(), in.width());
        out.points("bump.still", places, still);
        out.points("bump.moved", places, moved);
        out.value("shift", in.shift());
        for (Distance distance : Distance.values()) {
            out.value(distance.key(), distance.between(still, moved));
        }
        Coupling plan = NetworkSimplex.solve(still, moved, costs, stop);
        out.value("transport", plan.cost());
        out.value("entropic", entropic(still, moved, costs, in, stop));
        out.grid("plan", places.length, places.length, plan.plan());
        curves(places, still, costs, in, out, stop);
    }

    /** A raised cosine around a centre: nothing beyond half the width. */
    private static double[] bump(double[] places, double centre, double width) {
        double[] masses = new double[places.length];
        for (int k = 0; k < masses.length; k++) {
            double away = Math.abs(places[k] - centre) / (width / 2);
            masses[k] = away < 1 ? 1 + Math.cos(Math.PI * away) : 0;
        }
        return Softmax.normalised(masses);
    }

    private static double entropic(
            double[] p, double[] q, Costs costs, DistancesParameters in, StopSignal stop) {
        double epsilon = in.epsilon() * costs.largest();
        return Sinkhorn.solve(p, q, costs, epsilon, 1e-7, MOST_ROUNDS, (n, e) -> {}, stop)
                .coupling()
                .cost();
    }

    private static void curves(
            double[] places,
            double[] still,
            Costs costs,
            DistancesParameters in,
            Emitter out,
            StopSignal stop) {
        double[] shifts = new double[SHIFTS];
        double[][] found = new double[Distance.values().length + 2][SHIFTS];
        for (int s = 0; s < SHIFTS; s++) {
            shifts[s] = FARTHEST * s / (SHIFTS - 1);
            double[] moved = bump(places, START + shifts[s], in.width());
            for (Distance distance : Distance.values()) {
                double value = distance.between(still, moved);
                found[distance.ordinal()][s] = Double.isFinite(value) ? value : Double.NaN;
            }
            found[found.length - 2][s] = NetworkSimplex.solve(still, moved, costs, stop).cost();
            found[found.length - 1][s] = entropic(still, moved, costs, in, stop);
        }
        for (Distance distance : Distance.values()) {
            curve(distance.key(), shifts, found[distance.ordinal()], out);
        }
        curve("transport", shifts, found[found.length - 2], out);
        curve("entropic", shifts, found[found.length - 1], out);
    }

    /** The distance and its slope between neighbouring shifts; infinite ones are left out. */
    private static void curve(String key, double[] shifts, double[] values, Emitter out) {
        int finite = 0;
        while (finite < values.length && !Double.isNaN(values[finite])) {
            finite++;
        }
        out.points("distance." + key, Arrays.copyOf(shifts, finite), Arrays.copyOf(values, finite));
        double[] between = new double[Math.max(0, finite - 1)];
        double[] slopes = new double[between.length];
        for (int s = 0; s + 1 < finite; s++) {
            between[s] = (shifts[s] + shifts[s + 1]) / 2;
            slopes[s] = (values[s + 1] - values[s]) / (shifts[s + 1] - shifts[s]);
        }
        out.points("slope." + key, between, slopes);
    }
}
