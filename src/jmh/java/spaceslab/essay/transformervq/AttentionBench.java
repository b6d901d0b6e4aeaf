package spaceslab.essay.transformervq;

import java.util.Locale;
import java.util.function.DoubleSupplier;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import spaceslab.experiment.StopSignal;

/**
 * The linear block form against libtorch's fused causal attention and against the quadratic form in
 * Java, float32, one thread each, side by side: each round measures all three, the least of the
 * rounds counts. Arguments: rounds (5), longest n (32768).
 */
final class AttentionBench {
    private static final int CODES = 128;

    private AttentionBench() {}

    public static void main(String[] arguments) {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        int longest = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 32_768;
        for (int d : new int[] {64, 128}) {
            System.out.printf("d_k = d_v = %d, c = l = %d%n", d, CODES);
            System.out.println("| n | linear, ms | fused, ms | quadratic, ms | fused/linear |");
            SimpleRegression[] fits = {
                new SimpleRegression(), new SimpleRegression(), new SimpleRegression()
            };
            for (int n = 1024; n <= longest; n *= 2) {
                double[] seconds = round(new Contest(n, CODES, CODES, d, d, 1), n, rounds);
                System.out.printf(
                        Locale.ROOT,
                        "| %d | %.2f | %.2f | %.2f | %.2f |%n",
                        n,
                        1e3 * seconds[0],
                        1e3 * seconds[1],
                        1e3 * seconds[2],
                        seconds[1] / seconds[0]);
                for (int i = 0; n > 1024 && i < fits.length; i++) {
                    fits[i].addData(Math.log(n), Math.log(seconds[i]));
                }
            }
            System.out.printf(
                    Locale.ROOT,
                    "slopes from n = 2048: linear %.2f, fused %.2f, quadratic %.2f%n%n",
                    fits[0].getSlope(),
                    fits[1].getSlope(),
                    fits[2].getSlope());
        }
    }

    private static double[] round(Contest contest, int n, int rounds) {
        StopSignal never = StopSignal.never();
        double[] least = {
            Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY
        };
        int repeats = Math.max(1, 16_384 / n);
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < repeats; i++) {
                least[0] = Math.min(least[0], seconds(() -> contest.linear(never).at(0, 0)));
            }
            least[1] = Math.min(least[1], contest.fusedSeconds(repeats, never));
            least[2] = Math.min(least[2], seconds(() -> contest.quadratic(never).at(0, 0)));
        }
        return least;
    }

    private static double seconds(DoubleSupplier work) {
        long start = System.nanoTime();
        double result = work.getAsDouble();
        double seconds = (System.nanoTime() - start) * 1e-9;
        if (Double.isNaN(result)) {
            throw new IllegalStateException("not a number");
        }
        return seconds;
    }
}
