package spaceslab.learning;

import java.util.Arrays;
import spaceslab.numerics.RandomStream;

/**
 * Where the eigenvalues λ = exp(−exp(a) + iθ) and the weights c of a {@link DiagonalRecurrence}
 * begin. The structured starts are S4D's (arXiv:2206.11893): poles A = −½ + iω of a system in
 * continuous time, sampled with a step Δ of each channel, log-uniform between 1/time and 1/10
 * (S4D's own range at 1024 times): λ = exp(ΔA), c = C (λ − 1)/A with a standard complex normal C.
 */
public enum RecurrenceStart {
    /** ω_n = πn: a Fourier basis under an exponential window. */
    S4D_LIN {
        @Override
        double frequency(int n, int states) {
            return Math.PI * n;
        }
    },
    /** ω_n = (N/π)(N/(2n + 1) − 1) with N = 2 states: the spectrum of HiPPO-LegS, nearly. */
    S4D_INV {
        @Override
        double frequency(int n, int states) {
            double all = 2.0 * states;
            return all / Math.PI * (all / (2 * n + 1) - 1);
        }
    },
    /**
     * a, θ and c normal with deviation 0.1, so |λ| is about e⁻¹: no structure and no long memory.
     */
    RANDOM {
        @Override
        Values draw(RandomStream random, int channels, int states, int time) {
            Values values = new Values(channels * states);
            for (double[] each :
                    new double[][] {values.logDecay, values.angle, values.real, values.imaginary}) {
                Arrays.setAll(each, i -> 0.1 * random.nextGaussian());
            }
            return values;
        }
    },
    /**
     * Damped moving averages as in MEGA (arXiv:2209.10655): λ = 1 − αδ real and c = αβη/√states
     * with α, δ = σ(N(0, 0.2)), β = ±1 in turns, η normal. The angles stay 0.
     */
    AVERAGES {
        @Override
        boolean oscillates() {
            return false;
        }

        @Override
        Values draw(RandomStream random, int channels, int states, int time) {
            Values values = new Values(channels * states);
            for (int i = 0; i < channels * states; i++) {
                double alpha = sigmoid(0.2 * random.nextGaussian());
                double delta = sigmoid(0.2 * random.nextGaussian());
                double beta = i % states % 2 == 0 ? 1 : -1;
                values.logDecay[i] = Math.log(-Math.log1p(-alpha * delta));
                values.real[i] = alpha * beta * random.nextGaussian() / Math.sqrt(states);
            }
            return values;
        }
    };

    /** Row-major [channels, states] each. */
    record Values(double[] logDecay, double[] angle, double[] real, double[] imaginary) {
        Values(int count) {
            this(new double[count], new double[count], new double[count], new double[count]);
        }
    }

    /** Whether angles and imaginary weights are there to be trained. */
    boolean oscillates() {
        return true;
    }

    /** ω of state n. */
    double frequency(int n, int states) {
        throw new IllegalStateException(this + " has no poles in continuous time");
    }

    Values draw(RandomStream random, int channels, int states, int time) {
        Values values = new Values(channels * states);
        double low = Math.log(1.0 / time);
        double high = Math.log(Math.max(0.1, 2.0 / time));
        for (int channel = 0; channel < channels; channel++) {
            double step = Math.exp(low + (high - low) * random.nextDouble());
            for (int n = 0; n < states; n++) {
                int i = channel * states + n;
                double omega = frequency(n, states);
                values.logDecay[i] = Math.log(step / 2);
                values.angle[i] = step * omega;
                double deviation = sampled(step, omega) * Math.sqrt(0.5);
                values.real[i] = deviation * random.nextGaussian();
                values.imaginary[i] = deviation * random.nextGaussian();
            }
        }
        return values;
    }

    /** |(λ − 1)/A|; its phase turns a complex normal into another of the same distribution. */
    private static double sampled(double step, double omega) {
        double size = Math.exp(-step / 2);
        double real = size * Math.cos(step * omega) - 1;
        double imaginary = size * Math.sin(step * omega);
        return Math.hypot(real, imaginary) / Math.hypot(0.5, omega);
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
