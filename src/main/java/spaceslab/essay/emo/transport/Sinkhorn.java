package spaceslab.essay.emo.transport;

import java.util.Arrays;
import spaceslab.experiment.StopSignal;

/**
 * Entropic optimal transport, min Σ P_ij C_ij − ε H(P): P_ij = exp((u_i + v_j − C_ij)/ε), whose
 * potentials are found by satisfying rows and columns in turn.
 *
 * <p>The logarithmic form u_i = ε ln p_i − ε ln Σ_j exp((v_j − C_ij)/ε) never overflows but takes
 * an exponential an entry. Here the kernel K_ij = exp((u_i + v_j − C_ij)/ε) is kept and the
 * iteration runs on scalings a = p/(K b), b = q/(Kᵀ a): two multiplications an entry. When a
 * scaling grows beyond e^{±30} it is absorbed into the potentials by a logarithmic step (Schmitzer
 * 2019, doi:10.1137/16M1106018), so that every row and column keeps an entry of about its mass for
 * any ε. The first ε is the largest cost, halved until the one asked for: starting cold, the number
 * of rounds grows like max C/ε. O(mn) a round. As ε → 0 the plan tends to the optimal one of
 * largest entropy and u, v to optimal potentials.
 */
public final class Sinkhorn {
    private static final double ABSORB = 30;

    /** Rounds at each larger ε on the way down. */
    private static final int WARM_ROUNDS = 20;

    private final double[] p;
    private final double[] q;
    private final double[] cost;
    private final double[] u;
    private final double[] v;
    private final double[] a;
    private final double[] b;
    private final double[] kernel;
    private double epsilon = 1;

    /** K b. */
    private double[] rows;

    private Sinkhorn(double[] p, double[] q, Costs costs) {
        this.p = p;
        this.q = q;
        cost = costs.toArray();
        u = new double[p.length];
        v = new double[q.length];
        a = new double[p.length];
        b = new double[q.length];
        kernel = new double[cost.length];
        rows = new double[p.length];
        Arrays.fill(a, 1);
        Arrays.fill(b, 1);
    }

    /** Hears the error of the row sums, Σ|P1 − p|, after each round at the final ε. */
    @FunctionalInterface
    public interface Observer {
        void after(int round, double error);
    }

    /**
     * The plan and how it was reached. Potentials of places without mass are −∞.
     *
     * @param coupling with ⟨P, C⟩ as its cost, without the entropy
     * @param entropy H(P) = −Σ P ln P
     * @param rounds at the final ε
     * @param error Σ|P1 − p| + Σ|Pᵀ1 − q|
     */
    public record Result(Coupling coupling, double entropy, int rounds, double error) {}

    /**
     * @param epsilon above 0, in units of cost; from about 1e-4 of the largest cost it converges in
     *     thousands of rounds
     * @param tolerance for Σ|P1 − p|
     * @param maxRounds at the final ε; the result tells by its error if they were too few
     */
    public static Result solve(
            double[] p,
            double[] q,
            Costs costs,
            double epsilon,
            double tolerance,
            int maxRounds,
            Observer observer,
            StopSignal stop) {
        Masses.check("p", p, costs.sources());
        Masses.check("q", q, costs.sinks());
        if (!(epsilon > 0) || Double.isInfinite(epsilon)) {
            throw new IllegalArgumentException("epsilon is " + epsilon + ": must be above 0");
        }
        Sinkhorn sinkhorn = new Sinkhorn(p, q, costs);
        for (double warm = costs.largest(); warm > 2 * epsilon; warm /= 2) {
            sinkhorn.iterate(warm, 1e-2, WARM_ROUNDS, (round, error) -> {}, stop);
        }
        int rounds = sinkhorn.iterate(epsilon, tolerance, maxRounds, observer, stop);
        return sinkhorn.result(rounds);
    }

    private int iterate(
            double newEpsilon,
            double tolerance,
            int maxRounds,
            Observer observer,
            StopSignal stop) {
        absorb();
        epsilon = newEpsilon;
        rebuild();
        for (int round = 1; round <= maxRounds; round++) {
            stop.check();
            if (!round()) {
                absorb();
                rebuild();
            }
            double error = rowError();
            observer.after(round, error);
            if (error <= tolerance) {
                return round;
            }
        }
        return maxRounds;
    }

    /** One round on the scalings; false where they have left the range in which they are exact. */
    private boolean round() {
        for (int i = 0; i < a.length; i++) {
            a[i] = p[i] == 0 ? 0 : p[i] / rows[i];
        }
        double[] columns = timesTransposed(a);
        for (int j = 0; j < b.length; j++) {
            b[j] = q[j] == 0 ? 0 : q[j] / columns[j];
        }
        rows = timesKernel(b);
        return inRange(a, p) && inRange(b, q);
    }

    private static boolean inRange(double[] scaling, double[] masses) {
        double bound = Math.exp(ABSORB);
        for (int i = 0; i < scaling.length; i++) {
            if (masses[i] > 0 && !(scaling[i] < bound && scaling[i] > 1 / bound)) {
                return false;
            }
        }
        return true;
    }

    /** Takes the scalings into the potentials. */
    private void absorb() {
        take(a, u);
        take(b, v);
        Arrays.fill(a, 1);
        Arrays.fill(b, 1);
    }

    /** One round in logarithms, and the kernel that belongs to it. */
    private void rebuild() {
        logarithmicRound();
        int n = v.length;
        for (int i = 0; i < u.length; i++) {
            for (int j = 0; j < n; j++) {
                kernel[i * n + j] = Math.exp((u[i] + v[j] - cost[i * n + j]) / epsilon);
            }
        }
        for (int j = 0; j < n; j++) {
            b[j] = q[j] == 0 ? 0 : 1;
        }
        rows = timesKernel(b);
    }

    private void take(double[] scaling, double[] potential) {
        for (int i = 0; i < scaling.length; i++) {
            if (scaling[i] > 0 && Double.isFinite(scaling[i])) {
                potential[i] += epsilon * Math.log(scaling[i]);
            }
        }
    }

    private void logarithmicRound() {
        int n = v.length;
        for (int i = 0; i < u.length; i++) {
            int row = i * n;
            u[i] = p[i] == 0 ? Double.NEGATIVE_INFINITY : potential(p[i], v, q, row, 1);
        }
        for (int j = 0; j < n; j++) {
            v[j] = q[j] == 0 ? Double.NEGATIVE_INFINITY : potential(q[j], u, p, j, n);
        }
    }

    /** ε ln mass − ε ln Σ_k exp((other_k − C_k)/ε) over places with mass. */
    private double potential(double mass, double[] other, double[] masses, int from, int stride) {
        double most = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < other.length; k++) {
            if (masses[k] > 0) {
                most = Math.max(most, other[k] - cost[from + k * stride]);
            }
        }
        double sum = 0;
        for (int k = 0; k < other.length; k++) {
            if (masses[k] > 0) {
                sum += Math.exp((other[k] - cost[from + k * stride] - most) / epsilon);
            }
        }
        return epsilon * (Math.log(mass) - Math.log(sum)) - most;
    }

    private double[] timesKernel(double[] x) {
        int n = v.length;
        double[] y = new double[u.length];
        for (int i = 0; i < y.length; i++) {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                sum += kernel[i * n + j] * x[j];
            }
            y[i] = sum;
        }
        return y;
    }

    private double[] timesTransposed(double[] x) {
        int n = v.length;
        double[] y = new double[n];
        for (int i = 0; i < x.length; i++) {
            double factor = x[i];
            for (int j = 0; j < n; j++) {
                y[j] += factor * kernel[i * n + j];
            }
        }
        return y;
    }

    private double rowError() {
        double error = 0;
        for (int i = 0; i < p.length; i++) {
            error += Math.abs(a[i] * rows[i] - p[i]);
        }
        return error;
    }

    private Result result(int rounds) {
        int n = v.length;
        double[] plan = new double[cost.length];
        double[] columns = new double[n];
        double total = 0;
        double entropy = 0;
        for (int i = 0; i < u.length; i++) {
            for (int j = 0; j < n; j++) {
                double moved = p[i] == 0 || q[j] == 0 ? 0 : a[i] * kernel[i * n + j] * b[j];
                plan[i * n + j] = moved;
                columns[j] += moved;
                total += moved * cost[i * n + j];
                entropy -= moved > 0 ? moved * Math.log(moved) : 0;
            }
        }
        double error = rowError();
        for (int j = 0; j < n; j++) {
            error += Math.abs(columns[j] - q[j]);
        }
        absorb();
        Coupling coupling = new Coupling(u.length, n, plan, u, v, total);
        return new Result(coupling, entropy, rounds, error);
    }
}
