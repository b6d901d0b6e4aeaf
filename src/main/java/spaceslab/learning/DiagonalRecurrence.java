package spaceslab.learning;

/**
 * Diagonal linear recurrence with complex states, one system of {@code states} for each channel
 * (S4D, arXiv:2206.11893; DLR, arXiv:2212.00768):
 *
 * <pre>
 * s_t = λ ∘ s_{t−1} + u_t,   y_t = 2 Re Σ c ∘ s_t + d u_t,   λ = exp(−exp(a) + iθ)
 * </pre>
 *
 * so |λ| &lt; 1 always. Computed for all times at once as the causal convolution with K_l = 2 Re Σ
 * c λˡ by FFT of twice the length: O(time · states + batch · time log time) a channel. [batch,
 * time, channels] to the same. Decay exp(a) starts log-uniform between {@code 1/time} and 1/2, θ
 * uniform in [0, π], so that short and long memories are there from the start.
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

    /** u [batch, channel, time] padded to twice the time, k likewise; the first half counts. */
    private static final Script CONVOLVE =
            new Script(
                    "torch.slice(torch.fft_irfft(torch.mul(torch.fft_rfft(u, torch.mul("
                            + "torch.size(u, -1), 2)), torch.fft_rfft(k, torch.mul("
                            + "torch.size(u, -1), 2))), torch.mul(torch.size(u, -1), 2)),"
                            + " -1, 0, torch.size(u, -1))",
                    "u",
                    "k");

    private final Tensor logDecay;
    private final Tensor angle;
    private final Tensor real;
    private final Tensor imaginary;
    private final Tensor through;

    /** {@code time} is the length whose memory the slowest states start with. */
    public DiagonalRecurrence(Weights weights, int channels, int states, int time) {
        double low = Math.log(1.0 / time);
        double high = Math.log(0.5);
        double middle = (low + high) / 2;
        logDecay = weights.uniformAround("logDecay", middle, (high - low) / 2, channels, states);
        angle = weights.uniformAround("angle", Math.PI / 2, Math.PI / 2, channels, states);
        double deviation = Math.sqrt(0.5 / states);
        real = weights.normal("real", deviation, channels, states);
        imaginary = weights.normal("imaginary", deviation, channels, states);
        through = weights.constant("through", 1, channels);
    }

    @Override
    public Tensor apply(Tensor x) {
        int time = Math.toIntExact(x.size(1));
        double[] times = new double[time];
        for (int l = 0; l < time; l++) {
            times[l] = l;
        }
        Tensor l = Tensor.of(x.precision(), times, time);
        Tensor kernel = KERNEL.call(logDecay, angle, real, imaginary, l);
        Tensor filtered = CONVOLVE.call(x.swap(1, 2), kernel).swap(1, 2);
        return filtered.plus(x.times(through));
    }
}
