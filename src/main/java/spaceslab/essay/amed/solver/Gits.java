package spaceslab.essay.amed.solver;

import java.util.Arrays;
import spaceslab.essay.amed.score.ScoreModel;
import spaceslab.experiment.StopSignal;

/**
 * GITS (D. Chen et al., arXiv:2405.11326): stamps chosen by dynamic programming. On a fine teacher
 * schedule the cost of going from stamp i to j in one step is the mean distance between Euler's
 * step from the teacher's point and the teacher's point at j; the stamps minimise {@code V_k(i) =
 * min_j cost(i, j) + γ V_{k−1}(j)}. M evaluations and O(M²) distances for M teacher steps.
 *
 * @param coefficient γ, 1.15 in the paper
 */
public record Gits(double coefficient) {
    /**
     * Chooses {@code steps} + 1 of the fine stamps.
     *
     * @param fine descending stamps of the teacher
     * @param teacher the batch at each of them
     */
    public double[] stamps(
            ScoreModel model, double[] fine, double[][] teacher, int steps, StopSignal stop) {
        if (steps < 1 || steps >= fine.length) {
            throw new IllegalArgumentException(
                    "steps (" + steps + ") must be 1 to " + (fine.length - 1));
        }
        int[] path = shortest(costs(model, fine, teacher, stop), steps);
        return Arrays.stream(path).mapToDouble(i -> fine[i]).toArray();
    }

    private static double[][] costs(
            ScoreModel model, double[] fine, double[][] teacher, StopSignal stop) {
        Evaluations evaluations = new Evaluations(model, false, stop);
        double[][] costs = new double[fine.length][fine.length];
        for (int i = 0; i + 1 < fine.length; i++) {
            double[] direction = evaluations.direction(teacher[i], fine[i]);
            for (int j = i + 1; j < fine.length; j++) {
                stop.check();
                costs[i][j] =
                        distance(
                                teacher[i],
                                direction,
                                fine[j] - fine[i],
                                teacher[j],
                                model.dimension());
            }
        }
        return costs;
    }

    /** Mean over the rows of |x + h v − y|. */
    private static double distance(double[] x, double[] v, double h, double[] y, int dimension) {
        double sum = 0;
        for (int row = 0; row < x.length; row += dimension) {
            double square = 0;
            for (int i = row; i < row + dimension; i++) {
                double difference = x[i] + h * v[i] - y[i];
                square += difference * difference;
            }
            sum += Math.sqrt(square);
        }
        return sum * dimension / x.length;
    }

    /** Indices of the best path from the first to the last stamp in exactly {@code steps} steps. */
    int[] shortest(double[][] costs, int steps) {
        int last = costs.length - 1;
        double[][] value = new double[steps + 1][costs.length];
        int[][] next = new int[steps + 1][costs.length];
        Arrays.fill(value[0], Double.POSITIVE_INFINITY);
        value[0][last] = 0;
        for (int k = 1; k <= steps; k++) {
            for (int i = 0; i <= last; i++) {
                value[k][i] = Double.POSITIVE_INFINITY;
                for (int j = i + 1; j <= last; j++) {
                    double through = costs[i][j] + coefficient * value[k - 1][j];
                    if (through < value[k][i]) {
                        value[k][i] = through;
                        next[k][i] = j;
                    }
                }
            }
        }
        int[] path = new int[steps + 1];
        for (int k = 1; k <= steps; k++) {
            path[k] = next[steps + 1 - k][path[k - 1]];
        }
        return path;
    }
}
