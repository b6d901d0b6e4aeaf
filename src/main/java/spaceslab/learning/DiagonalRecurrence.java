package spaceslab.learning;

import java.util.Arrays;
import java.util.Optional;

/**
 * Diagonal linear recurrence with complex states, one system of {@code states} for each channel
 * (S4D, arXiv:2206.11893; DLR, arXiv:2212.00768):
 *
 * <pre>
 * s_t = λ ∘ s_{t−1} + u_t,   y_t = 2 Re Σ c ∘ s_t + d u_t,   λ = exp(−exp(a) + iθ)
 * </pre>
 *
 * so |λ| &lt; 1 always, and λ, c are pairs of reals. Both ways, a second system runs backwards over
 * what follows: y_t gains 2 Re Σ c' ∘ s'_{t+1} with s'_t = λ' ∘ s'_{t+1} + u_t. Computed for all
 * times at once as the convolution with K_l = 2 Re Σ c λˡ by FFT of twice the length: O(time ·
 * states + batch · time log time) a channel. [batch, time, channels] to the same.
 */
public final class DiagonalRecurrence implements Layer {
    private static final Script KERNEL =
            new Script(
                    "torch.mul(torch.sum(torch.mul(torch.exp(torch.neg(torch.mul(torch.exp("
                            + "torch.unsqueeze(a, -1)), l))), torch.sub(torch.mul("
                            + "torch.unsqueeze(re, -1), torch.cos(torch.mul("
                            + "torch.unsqueeze(theta, -1), l))), torch.mul("
                            + "torch.unsqueeze(im, -1), torch.sin(torch.mul("
                            + "torch.unsqueeze(theta, -1), l))))), [1]), 2)",
                    "a",
                    "theta",
                    "re",
                    "im",
                    "l");

    /**
     * u [batch, channel, time] padded to twice the time, k likewise or of that length already (then
     * its second half acts on what follows); the first half counts.
     */
    private static final Script CONVOLVE =
            new Script(
                    "torch.slice(torch.fft_irfft(torch.mul(torch.fft_rfft(u, torch.mul("
                            + "torch.size(u, -1), 2)), torch.fft_rfft(k, torch.mul("
                            + "torch.size(u, -1), 2))), torch.mul(torch.size(u, -1), 2)),"
                            + " -1, 0, torch.size(u, -1))",
                    "u",
                    "k");

    private static final Script FLIP = new Script("torch.flip(x, [1])", "x");

    private final Direction before;
    private final Optional<Direction> after;
    private final Tensor through;

    /** {@code time} is the length whose memory the slowest states of a structured start have. */
    public DiagonalRecurrence(
            Weights weights,
            int channels,
            int states,
            int time,
            RecurrenceStart start,
            boolean bothWays) {
        before = new Direction(weights, channels, states, time, start);
        after =
                bothWays
                        ? Optional.of(
                                new Direction(
                                        weights.within("after"), channels, states, time, start))
                        : Optional.empty();
        through = weights.constant("through", 1, channels);
    }

    @Override
    public Tensor apply(Tensor x) {
        int time = Math.toIntExact(x.size(1));
        Tensor past = before.kernel(time);
        Tensor kernel =
                after.map(a -> Tensor.concat(1, past, FLIP.call(a.kernel(time)))).orElse(past);
        Tensor filtered = CONVOLVE.call(x.swap(1, 2), kernel).swap(1, 2);
        return filtered.plus(x.times(through));
    }

    /**
     * What an input {@code l} times ago contributes, without the direct path d: [channels, 2 time −
     * 1] for l = 1 − time … time − 1; negative l is what follows, 0 where it runs one way only.
     */
    public Tensor kernel(int time) {
        Tensor past = before.kernel(time);
        Tensor future =
                after.map(a -> FLIP.call(a.kernel(time - 1)))
                        .orElseGet(() -> Tensor.zeros(past.precision(), past.size(0), time - 1L));
        return Tensor.concat(1, future, past);
    }

    /** One system. */
    private static final class Direction {
        private final Tensor logDecay;
        private final Tensor angle;
        private final Tensor real;
        private final Tensor imaginary;

        Direction(Weights weights, int channels, int states, int time, RecurrenceStart start) {
            RecurrenceStart.Values values =
                    start.draw(weights.stream("start"), channels, states, time);
            logDecay = weights.given("logDecay", values.logDecay(), channels, states);
            real = weights.given("real", values.real(), channels, states);
            if (start.oscillates()) {
                angle = weights.given("angle", values.angle(), channels, states);
                imaginary = weights.given("imaginary", values.imaginary(), channels, states);
            } else {
                angle = Tensor.of(weights.precision(), values.angle(), channels, states);
                imaginary = Tensor.of(weights.precision(), values.imaginary(), channels, states);
            }
        }

        /** K_l for l = 0 … time − 1: [channels, time]. */
        Tensor kernel(int time) {
            double[] times = new double[time];
            Arrays.setAll(times, l -> l);
            Tensor l = Tensor.of(logDecay.precision(), times, time);
            return KERNEL.call(logDecay, angle, real, imaginary, l);
        }
    }
}
