package spaceslab.essay.fsq;

import java.util.Arrays;
import java.util.List;
import spaceslab.experiment.PlanePoint;
import spaceslab.experiment.StopSignal;
import spaceslab.learning.data.Batches;
import spaceslab.numerics.RandomStream;
import spaceslab.numerics.SeededStreams;
import spaceslab.numerics.quantisation.Codebook;
import spaceslab.numerics.quantisation.KMeans;

/** The fixed inputs of a collapse run, its start and its batches, all from one seed. */
final class Inputs {
    /** Inputs that are drawn. */
    static final int COUNT = 512;

    private static final long DATA = 0;
    private static final long START = 1;
    private static final long BATCHES = 2;
    private static final long RESETS = 3;
    private static final int ROUNDS = 10;

    private final CollapseParameters parameters;
    private final SeededStreams streams;
    private final double[][] vectors;

    Inputs(CollapseParameters parameters) {
        this.parameters = parameters;
        this.streams = new SeededStreams(parameters.seed());
        this.vectors = draw();
    }

    private double[][] draw() {
        RandomStream random = streams.stream(DATA);
        if (parameters.shape() != DataShape.OWN) {
            return parameters
                    .shape()
                    .shape()
                    .draw(COUNT, parameters.noise(), random)
                    .shifted(parameters.distance(), 0)
                    .vectors();
        }
        List<PlanePoint> points = parameters.points();
        double[][] own = new double[COUNT][];
        for (int i = 0; i < COUNT; i++) {
            PlanePoint p = points.get(i % points.size());
            own[i] =
                    new double[] {
                        p.x() + parameters.distance() + parameters.noise() * random.nextGaussian(),
                        p.y() + parameters.noise() * random.nextGaussian()
                    };
        }
        return own;
    }

    /** All inputs. */
    double[][] vectors() {
        return vectors;
    }

    /** The inputs of a step, from 0. */
    double[][] batch(int step) {
        int[] chosen = new Batches(COUNT, parameters.batch(), streams.child(BATCHES)).step(step);
        return Arrays.stream(chosen).mapToObj(i -> vectors[i]).toArray(double[][]::new);
    }

    /** Random numbers of the reset after a step. */
    RandomStream reset(int step) {
        return streams.child(RESETS).stream(step);
    }

    /** The codebook before the first step. */
    Codebook start(StopSignal stop) {
        RandomStream random = streams.stream(START);
        return switch (parameters.start()) {
            case NORMAL -> {
                double[][] codes = new double[parameters.codes()][2];
                for (double[] code : codes) {
                    Arrays.setAll(code, j -> random.nextGaussian());
                }
                yield new Codebook(codes);
            }
            case INPUTS -> KMeans.codebook(vectors, parameters.codes(), 0, random, stop);
            case K_MEANS -> KMeans.codebook(vectors, parameters.codes(), ROUNDS, random, stop);
        };
    }
}
