package spaceslab.essay.nonlinearrnn;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The cases of the reference files, built from their formulas. */
final class ReferenceCases {
    private ReferenceCases() {}

    static JsonNode read(String file) {
        try (InputStream in =
                ReferenceCases.class.getResourceAsStream(
                        file.startsWith("..")
                                ? file.substring(2) + ".json"
                                : "/reference/" + file + ".json")) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A JSON array, nested or not, row after row. */
    static double[] flat(JsonNode node) {
        if (!node.get(0).isArray()) {
            double[] values = new double[node.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = node.get(i).asDouble();
            }
            return values;
        }
        double[] all = new double[0];
        for (JsonNode row : node) {
            double[] part = flat(row);
            int length = all.length;
            all = java.util.Arrays.copyOf(all, length + part.length);
            System.arraycopy(part, 0, all, length, part.length);
        }
        return all;
    }

    /** Rows 1 … T of a trajectory. */
    static double[] afterStart(double[] states, int d) {
        return java.util.Arrays.copyOfRange(states, d, states.length);
    }

    static RecurrentProblem tanh() {
        int d = 3;
        double[] a = new double[d * d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                a[i * d + j] = 0.5 * Math.sin(1 + 3 * i + j) + (i == j ? 0.3 : 0);
            }
        }
        double[] u = new double[12 * d];
        for (int k = 0; k < u.length; k++) {
            u[k] = 0.4 * Math.cos(0.7 * (k / d + 1) + k % d);
        }
        return new RecurrentProblem(new TanhCell(d, a), u, new double[d]);
    }

    static RecurrentProblem gru() {
        int d = 3;
        int m = 2;
        double[] theta = new double[GruCell.size(d, m)];
        double[][] phaseAndScale = {{.3, .5}, {1.1, .5}, {2.2, .7}, {.7, .6}, {1.9, .6}, {2.8, .8}};
        int at = 0;
        for (int matrix = 0; matrix < 6; matrix++) {
            int columns = matrix < 3 ? m : d;
            for (int i = 0; i < d; i++) {
                for (int j = 0; j < columns; j++) {
                    theta[at++] =
                            phaseAndScale[matrix][1]
                                    * Math.sin(phaseAndScale[matrix][0] + 1.7 * i + 0.9 * j);
                }
            }
        }
        double[] biases = {.1, -.2, .05, -.1, .2, 0, .05, 0, -.05};
        System.arraycopy(biases, 0, theta, at, biases.length);
        double[] x = new double[10 * m];
        for (int k = 0; k < x.length; k++) {
            x[k] = Math.sin(0.8 * (k / m + 1) + 0.5 * (k % m));
        }
        return new RecurrentProblem(new GruCell(d, m, theta), x, new double[d]);
    }

    /** A random LSTM of n units. */
    static RecurrentProblem lstm(
            int n, int m, int length, java.util.random.RandomGenerator random) {
        double[] theta = random.doubles(LstmCell.size(n, m), -0.8, 0.8).toArray();
        double[] inputs = random.doubles((long) length * m, -1, 1).toArray();
        return new RecurrentProblem(new LstmCell(n, m, theta), inputs, new double[2 * n]);
    }
}
