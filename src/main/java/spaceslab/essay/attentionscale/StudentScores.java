package spaceslab.essay.attentionscale;

import spaceslab.numerics.Cumulants;
import spaceslab.numerics.GaussLegendre;
import spaceslab.numerics.RandomStream;

/**
 * Student's t with ν = 5, cut off at ±6 (its exponential moments would not exist) and rescaled to
 * variance 1: heavy tails with an end at b = 6/σ. Moments by Gauss–Legendre on panels that halve
 * towards b, {@code E[e^{α(s−b)}] = ∫_0^{2b} e^{−αt} f(b−t) dt}: relative error under 1e-13 for α
 * to 1e7. Only panels with αt under 50 are visited beyond the first.
 */
final class StudentScores implements Scores {
    private static final double CUT = 6;
    private static final int ORDER = 24;
    private static final int PANELS = 24;
    private static final double NEGLIGIBLE = 50;

    private static final double MASS = 1 - 2 * tailOfT5(CUT);
    private static final double SIGMA = Math.sqrt(secondMoment() / MASS);
    private static final double EDGE = CUT / SIGMA;

    /** Quadrature points ascending in t, and weights times density. */
    private static final double[] DISTANCE = new double[ORDER * PANELS];

    private static final double[] WEIGHT = new double[ORDER * PANELS];

    static {
        GaussLegendre rule = new GaussLegendre(ORDER);
        double high = Math.scalb(2 * EDGE, 1 - PANELS);
        double low = 0;
        for (int panel = 0; panel < PANELS; panel++) {
            for (int i = 0; i < ORDER; i++) {
                double t = rule.node(i, low, high);
                DISTANCE[panel * ORDER + i] = t;
                WEIGHT[panel * ORDER + i] = rule.weight(i, low, high) * scaledDensity(EDGE - t);
            }
            low = high;
            high *= 2;
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
        double sum = 0;
        double first = 0;
        double second = 0;
        for (int i = 0; i < DISTANCE.length; i++) {
            double t = DISTANCE[i];
            if (alpha * t > NEGLIGIBLE && i >= ORDER) {
                break;
            }
            double w = WEIGHT[i] * Math.exp(-alpha * t);
            sum += w;
            first += w * t;
            second += w * t * t;
        }
        double mean = first / sum;
        return new Cumulants(Math.log(sum), -mean, second / sum - mean * mean);
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
