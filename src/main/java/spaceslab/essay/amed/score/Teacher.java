package spaceslab.essay.amed.score;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.RandomStream;
import spaceslab.numerics.SeededStreams;

/**
 * A batch at T and its exact curves, integrated once for all stamps that are announced, on demand
 * for others.
 */
public final class Teacher {
    private final ProbabilityFlow flow;
    private final double start;
    private final double[] noise;
    private final Set<Double> announced = new TreeSet<>(java.util.Comparator.reverseOrder());
    private final Map<Double, double[]> known = new HashMap<>();

    /**
     * @param noise rows at T
     */
    public Teacher(ProbabilityFlow flow, double start, double[] noise) {
        this.flow = flow;
        this.start = start;
        this.noise = noise.clone();
    }

    /** Rows of T n, n standard normal; each row has a stream of its own. */
    public static double[] noise(SeededStreams streams, int rows, int dimension, double start) {
        double[] noise = new double[rows * dimension];
        for (int row = 0; row < rows; row++) {
            RandomStream stream = streams.stream(row);
            for (int i = 0; i < dimension; i++) {
                noise[row * dimension + i] = start * stream.nextGaussian();
            }
        }
        return noise;
    }

    public double[] noise() {
        return noise;
    }

    /** Stamps that will be asked for. */
    public void announce(double... stamps) {
        for (double stamp : stamps) {
            announced.add(stamp);
        }
    }

    /** The batch at these stamps. */
    public double[][] at(double[] stamps, StopSignal stop) {
        announce(stamps);
        boolean allKnown = true;
        for (double stamp : stamps) {
            allKnown &= known.containsKey(stamp);
        }
        if (!allKnown) {
            double[] all = announced.stream().mapToDouble(Double::doubleValue).toArray();
            double[][] rows = flow.at(noise, start, all, stop);
            for (int n = 0; n < all.length; n++) {
                known.put(all[n], rows[n]);
            }
        }
        double[][] rows = new double[stamps.length][];
        for (int n = 0; n < stamps.length; n++) {
            rows[n] = java.util.Objects.requireNonNull(known.get(stamps[n]));
        }
        return rows;
    }

    /** The batch at these stamps, integrated for them alone and not kept. */
    public double[][] apart(double[] stamps, StopSignal stop) {
        return flow.at(noise, start, stamps, stop);
    }

    /** The batch at one stamp. */
    public double[] at(double stamp, StopSignal stop) {
        return at(new double[] {stamp}, stop)[0];
    }
}
