package spaceslab.essay.attentionscale;

import spaceslab.numerics.Cumulants;
import spaceslab.numerics.GaussLegendre;
import spaceslab.numerics.RandomStream;

/**
 * Student's t with ν = 5, cut off at ±6 (its exponential moments would not exist) and rescaled to
 * variance 1: heavy tails with an end at b = 6/σ. Moments by Gauss–Legendre with 20 nodes a panel,
 * {@code E[e^{α(s−b)}] = ∫_0^{2b} e^{−αt} f(b−t) dt}: one panel as far as αt ≤ 8, then panels that
 * double, until αt exceeds 50. Relative error under 1e-12 for α to 1e7; some 80 to 120
 * exponentials.
 */
final class StudentScores implements Scores {
    private static final double CUT = 6;
    private static final int ORDER = 20;
    private static final int LEVELS = 24;
    private static final double HEAD = 8;
    private static final double NEGLIGIBLE = 50;

    private static final double MASS = 1 - 2 * tailOfT5(CUT);
    private static final double SIGMA = Math.sqrt(secondMoment() / MASS);
    private static final double EDGE = CUT / SIGMA;

    /** Of [0, h_k] in row k, h_k = 2b·2^{k−LEVELS}. */
    private static final double[][] HEAD_DISTANCE = new double[LEVELS][ORDER];

    private static final double[][] HEAD_WEIGHT = new double[LEVELS][ORDER];

    /** Of [h_k, 2h_k] in row k. */
    private static final double[][] PANEL_DISTANCE = new double[LEVELS][ORDER];

    private static final double[][] PANEL_WEIGHT = new double[LEVELS][ORDER];

    static {
        GaussLegendre rule = new GaussLegendre(ORDER);
        for (int level = 0; level < LEVELS; level++) {
            double h = Math.scalb(2 * EDGE, level - LEVELS);
            fill(rule, 0, h, HEAD_DISTANCE[level], HEAD_WEIGHT[level]);
            fill(rule, h, 2 * h, PANEL_DISTANCE[level], PANEL_WEIGHT[level]);
        }
    }

    private static void fill(
            GaussLegendre rule, double low, double high, double[] distance, double[] weight) {
        for (int i = 0; i < ORDER; i++) {
            distance[i] = rule.node(i, low, high);
            weight[i] = rule.weight(i, low, high) * scaledDensity(EDGE - distance[i]);
        }
    }

    /** ∫_{−6}^{6} x² f(x) dx of the uncut t. */
    private static double secondMoment() {
        return new GaussLegendre(40).adaptive(x -> x * x * densityOfT5(x), -CUT, CUT, 16, 1e-15);
    }

    private static double densityOfT5(double x) {
        double u = 1 + x * x / 5;
        return 8 / (3 * Math.PI * Math.sqrt(5)) / (u * u * u);
    }

    /** P(t > x) for x ≥ 0: ½ − [θ + sin θ cos θ (1 + ⅔cos²θ)]/π with tan θ = x/√5. */
    private static double tailOfT5(double x) {
        double theta = Math.atan(x / Math.sqrt(5));
        double cos = Math.cos(theta);
        return 0.5 - (theta + Math.sin(theta) * cos * (1 + 2 * cos * cos / 3)) / Math.PI;
    }

    private static double scaledDensity(double x) {
        return SIGMA * densityOfT5(SIGMA * x) / MASS;
    }

    @Override
    public Cumulants tilted(double alpha) {
        double lowest = Math.scalb(2 * EDGE, -LEVELS);
        int level = alpha == 0 ? LEVELS - 1 : Math.getExponent(HEAD / (alpha * lowest));
        level = Math.clamp(level, 0, LEVELS - 1);
        double[] sums = new double[3];
        accumulate(alpha, HEAD_DISTANCE[level], HEAD_WEIGHT[level], sums);
        for (int k = level; k < LEVELS && alpha * PANEL_DISTANCE[k][0] < NEGLIGIBLE; k++) {
            accumulate(alpha, PANEL_DISTANCE[k], PANEL_WEIGHT[k], sums);
        }
        double mean = sums[1] / sums[0];
        return new Cumulants(Math.log(sums[0]), -mean, sums[2] / sums[0] - mean * mean);
    }

    private static void accumulate(
            double alpha, double[] distance, double[] weight, double[] sums) {
        double sum = sums[0];
        double first = sums[1];
        double second = sums[2];
        for (int i = 0; i < ORDER; i++) {
            double t = distance[i];
            double w = weight[i] * Math.exp(-alpha * t);
            sum += w;
            first += w * t;
            second += w * t * t;
        }
        sums[0] = sum;
        sums[1] = first;
        sums[2] = second;
    }

    @Override
    public double edge() {
        return EDGE;
    }

    @Override
    public double deviation() {
        return 1;
    }

    @Override
    public double density(double x) {
        return Math.abs(x) > EDGE ? 0 : scaledDensity(x);
    }

    @Override
    public double upperTail(double x) {
        double beyond = tailOfT5(Math.abs(x) * SIGMA) - tailOfT5(CUT);
        return x >= 0 ? Math.max(0, beyond) / MASS : 1 - Math.max(0, beyond) / MASS;
    }

    @Override
    public double reach() {
        return EDGE;
    }

    /** A normal over the root of a χ²₅/5, drawn again beyond ±6 (0.2 % of the time). */
    @Override
    public double draw(RandomStream random) {
        double x;
        do {
            x = random.nextGaussian() * Math.sqrt(2.5 / random.nextGamma(2.5));
        } while (Math.abs(x) > CUT);
        return x / SIGMA;
    }
}
