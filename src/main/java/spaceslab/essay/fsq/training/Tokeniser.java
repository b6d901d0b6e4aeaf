package spaceslab.essay.fsq.training;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import spaceslab.learning.Losses;
import spaceslab.learning.Tensor;
import spaceslab.learning.TensorScope;
import spaceslab.learning.Weights;
import spaceslab.learning.quantisation.Quantiser;
import spaceslab.numerics.SeededStreams;

/**
 * An autoencoder whose bottleneck is a grid of codes: a picture becomes grid² integers, and these
 * become a picture again. Encoder and decoder are {@link GridNetwork}s: the encoder from patches to
 * D coordinates, the decoder back, linear at its end.
 */
public final class Tokeniser {
    /** Pictures evaluated at a time. */
    static final int PORTION = 128;

    /**
     * A batch's way through.
     *
     * @param pictures reconstructed, [n, pixels]
     * @param codes [n·grid²], picture by picture, row by row; empty without quantisation
     * @param loss auxiliary, the sum over all quantisers
     */
    private record Pass(Tensor pictures, Tensor codes, Tensor loss) {}

    /**
     * What pictures became.
     *
     * @param pictures reconstructed, n·pixels levels, not cut to 0 … 1
     * @param codes n·grid² of them, 0 where a network that diverged gives no finite pictures; none
     *     without quantisation
     */
    public record Evaluation(float[] pictures, int[] codes) {}

    private final Pictures data;
    private final Quantiser quantiser;
    private final GridNetwork encoder;
    private final GridNetwork decoder;

    /** With weights of the innermost scope, in which it can be used. */
    public Tokeniser(
            Weights weights,
            Pictures data,
            Architecture architecture,
            Arm arm,
            QuantiserSettings settings,
            SeededStreams streams) {
        this.data = data;
        int dimension = architecture.dimension();
        int patch = data.patch() * data.patch();
        quantiser = settings.of(arm, weights.within("quantiser"), dimension, streams.child(0));
        int[] made = {0};
        Function<Weights, Optional<Quantiser>> inner =
                own ->
                        architecture.everyLayer()
                                ? Optional.of(
                                        settings.of(
                                                arm,
                                                own,
                                                architecture.width(),
                                                streams.child(++made[0])))
                                : Optional.empty();
        encoder =
                new GridNetwork(
                        weights.within("encoder"),
                        data.grid(),
                        patch,
                        dimension,
                        architecture,
                        inner);
        decoder =
                new GridNetwork(
                        weights.within("decoder"),
                        data.grid(),
                        dimension,
                        patch,
                        architecture,
                        inner);
    }

    /** The quantiser of the bottleneck. */
    public Quantiser quantiser() {
        return quantiser;
    }

    /**
     * Loss of a training batch [n, pixels]: the essay's sum over a picture, divided by its pixels,
     * so the mean squared error plus the auxiliary losses times places/pixels.
     */
    Tensor loss(Tensor pictures) {
        Pass pass = pass(pictures, true);
        double places = (double) data.places() / data.pixels();
        return Losses.squaredError(pass.pictures(), pictures).plus(pass.loss().times(places));
    }

    /** After the gradient step number {@code step}, from 0. */
    void afterStep(int step) {
        quantiser.afterStep(step);
        encoder.afterStep(step);
        decoder.afterStep(step);
    }

    private Pass pass(Tensor pictures, boolean training) {
        GridNetwork.Output encoded = encoder.apply(patches(pictures), training);
        Quantiser.Quantised quantised =
                training ? quantiser.train(encoded.vectors()) : quantiser.apply(encoded.vectors());
        GridNetwork.Output decoded = decoder.apply(quantised.vectors(), training);
        return new Pass(
                pictures(decoded.vectors()),
                quantised.codes(),
                encoded.loss().plus(quantised.loss()).plus(decoded.loss()));
    }

    /** [n, pixels] to [n·grid², patch²]. */
    private Tensor patches(Tensor pictures) {
        int p = data.patch();
        int g = data.grid();
        return pictures.reshape(-1, g, p, g, p).permute(0, 1, 3, 2, 4).reshape(-1, p * p);
    }

    /** [n·grid², patch²] to [n, pixels]. */
    private Tensor pictures(Tensor patches) {
        int p = data.patch();
        int g = data.grid();
        return patches.reshape(-1, g, g, p, p).permute(0, 1, 3, 2, 4).reshape(-1, data.pixels());
    }

    /** What the encoder gives for pictures, before the quantiser: [n·grid², D]. */
    public Tensor encoded(float[] pictures) {
        return encoder.apply(patches(tensor(pictures, 0, pictures.length)), false).vectors();
    }

    private Tensor tensor(float[] levels, int from, int to) {
        int pixels = data.pixels();
        return Tensor.of(Arrays.copyOfRange(levels, from, to), (to - from) / pixels, pixels);
    }

    /** Encodes, quantises and decodes n·pixels levels, {@value #PORTION} pictures at a time. */
    public Evaluation evaluate(float[] pictures) {
        int pixels = data.pixels();
        int count = pictures.length / pixels;
        float[] reconstructed = new float[pictures.length];
        int[] codes = new int[quantiser.size() == 0 ? 0 : count * data.places()];
        for (int from = 0; from < count; from += PORTION) {
            int to = Math.min(count, from + PORTION);
            try (TensorScope scope = TensorScope.evaluation()) {
                Pass pass = pass(tensor(pictures, from * pixels, to * pixels), false);
                float[] part = pass.pictures().toFloats();
                System.arraycopy(part, 0, reconstructed, from * pixels, part.length);
                if (codes.length > 0 && isFinite(part)) {
                    int[] own = pass.codes().toInts();
                    System.arraycopy(own, 0, codes, from * data.places(), own.length);
                }
            }
        }
        return new Evaluation(reconstructed, codes);
    }

    private static boolean isFinite(float[] levels) {
        for (float level : levels) {
            if (!Float.isFinite(level)) {
                return false;
            }
        }
        return true;
    }

    /** n·grid² codes to n·pixels levels. */
    public float[] decode(int[] codes) {
        int places = data.places();
        int count = codes.length / places;
        float[] pictures = new float[count * data.pixels()];
        for (int from = 0; from < count; from += PORTION) {
            int to = Math.min(count, from + PORTION);
            int[] part = Arrays.copyOfRange(codes, from * places, to * places);
            try (TensorScope scope = TensorScope.evaluation()) {
                Tensor vectors = quantiser.vectors(Tensor.indices(part, part.length));
                float[] levels = pictures(decoder.apply(vectors, false).vectors()).toFloats();
                System.arraycopy(levels, 0, pictures, from * data.pixels(), levels.length);
            }
        }
        return pictures;
    }
}
