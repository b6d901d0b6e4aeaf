package spaceslab.essay.amed.solver;

import java.util.List;

/**
 * AMED-Solver with the best r for every sample and step, c = 1: what a perfect predictor of r could
 * reach. The r are found by trying a grid against the exact curve, so this is no sampler; the tries
 * are not counted, an evaluation at the r that was found is.
 *
 * @param grid r that are tried
 * @param teacher the batch at every stamp
 */
public record AmedOracle(List<Double> grid, double[][] teacher) implements Solver {
    public AmedOracle {
        grid = List.copyOf(grid);
        teacher = teacher.clone();
    }

    @Override
    public int evaluationsPerStep() {
        return 2;
    }

    @Override
    public Stepper begin(Evaluations model, double[] stamps) {
        return (n, x) -> {
            double a = stamps[n];
            double b = stamps[n + 1];
            double[] first = model.direction(x, a);
            double[] best = new double[x.length];
            double[] least = new double[x.length / model.dimension()];
            java.util.Arrays.fill(least, Double.POSITIVE_INFINITY);
            for (double r : grid) {
                double s = TwoStage.geometric(a, b, r);
                double[] end = TwoStage.second(model.uncounted(), x, first, a, s, 1);
                for (int i = 0; i < end.length; i++) {
                    end[i] = x[i] + (b - a) * end[i];
                }
                keepCloser(end, teacher[n + 1], best, least);
            }
            model.charge();
            System.arraycopy(best, 0, x, 0, x.length);
        };
    }

    private static void keepCloser(double[] end, double[] target, double[] best, double[] least) {
        int d = end.length / least.length;
        for (int row = 0; row < least.length; row++) {
            double square = 0;
            for (int i = row * d; i < (row + 1) * d; i++) {
                square += (end[i] - target[i]) * (end[i] - target[i]);
            }
            if (square < least[row]) {
                least[row] = square;
                System.arraycopy(end, row * d, best, row * d, d);
            }
        }
    }
}
