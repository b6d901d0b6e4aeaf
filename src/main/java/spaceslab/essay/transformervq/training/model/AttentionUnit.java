package spaceslab.essay.transformervq.training.model;

import java.util.Optional;
import spaceslab.learning.Activation;
import spaceslab.learning.Linear;
import spaceslab.learning.RmsNorm;
import spaceslab.learning.Tensor;
import spaceslab.learning.Weights;
import spaceslab.learning.quantisation.Quantiser;
import spaceslab.learning.quantisation.Unquantised;

/**
 * A gated attention unit with one head, the layer of Transformer-VQ:
 *
 * <pre>
 * h = RMSNorm(x),  q, k = d_k^(−1/4) · h W / rms,  v = silu(h W_v),  y = x + W_o (A v ∘ silu(h W_g))
 * </pre>
 *
 * Queries and keys have no gain, so that |k| = d_k^(1/4): the codewords live near a sphere. How
 * keys are quantised and what is attended to can be changed while the weights stay.
 */
public final class AttentionUnit {
    private final UnitSettings settings;
    private final RmsNorm norm;
    private final Linear project;
    private final Linear out;
    private final LocalBias bias;
    private Quantiser quantiser = new Unquantised();
    private CausalAttention attention;

    /** With exact keys and full attention. */
    public AttentionUnit(Weights weights, UnitSettings settings) {
        this.settings = settings;
        norm = new RmsNorm(weights.within("norm"), settings.width());
        int inner = 2 * settings.key() + 2 * settings.value();
        project = new Linear(weights.within("project"), settings.width(), inner);
        out = new Linear(weights.within("out"), settings.value(), settings.width());
        bias =
                settings.biased()
                        ? LocalBias.learned(weights, settings.block())
                        : LocalBias.none(weights.precision());
        attention = attention(Reach.FULL);
    }

    private CausalAttention attention(Reach reach) {
        return new CausalAttention(reach, bias, settings.block(), settings.truncation());
    }

    /** From now on; a cache needs a quantiser with codes. */
    public void use(Reach reach, Quantiser keys) {
        if (reach == Reach.CACHE && keys.size() == 0) {
            throw new IllegalArgumentException("a cache needs keys with codes");
        }
        attention = attention(reach);
        quantiser = keys;
    }

    public Quantiser quantiser() {
        return quantiser;
    }

    /** [batch, time, D] to the same. */
    Tensor apply(Tensor x, Pass pass) {
        Parts parts = parts(x);
        CodedKeys keys = CodedKeys.of(parts.key, quantiser, pass.isLearning());
        pass.add(parts.key, keys);
        return finish(x, parts, attention.apply(parts.query, keys, parts.value));
    }

    /** What follows a token [batch, 1, D] after those that the memory has seen. */
    Tensor next(Tensor x, Memory memory) {
        Parts parts = parts(x);
        CodedKeys keys = CodedKeys.of(parts.key, quantiser, false);
        memory.remember(keys, parts.value);
        return finish(x, parts, memory.recall(parts.query, bias));
    }

    /** Nothing seen yet, of a batch; {@code longest} sequence, which only full attention needs. */
    Memory memory(int batch, int longest) {
        boolean full = attention.reach() == Reach.FULL;
        Memory.Shape shape =
                new Memory.Shape(
                        batch,
                        full ? 0 : settings.block(),
                        full ? longest : settings.block(),
                        settings.key(),
                        settings.value());
        return new Memory(
                shape,
                out.weight().precision(),
                attention.reach() == Reach.CACHE
                        ? Optional.of(CodedKeys.codewords(quantiser))
                        : Optional.empty());
    }

    private record Parts(Tensor query, Tensor key, Tensor value, Tensor gate) {}

    private Parts parts(Tensor x) {
        Tensor all = project.apply(norm.apply(x));
        int k = settings.key();
        int v = settings.value();
        Tensor wide = Activation.SILU.apply(all.slice(-1, 2 * k, 2 * k + 2 * v));
        return new Parts(
                onSphere(all.slice(-1, 0, k)),
                onSphere(all.slice(-1, k, 2 * k)),
                wide.slice(-1, 0, v),
                wide.slice(-1, v, 2 * v));
    }

    private Tensor onSphere(Tensor x) {
        return RmsNorm.unscaled(x).times(Math.pow(settings.key(), -0.25));
    }

    private Tensor finish(Tensor x, Parts parts, Tensor mixed) {
        return x.plus(out.apply(mixed.times(parts.gate)));
    }
}
