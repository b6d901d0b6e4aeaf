package spaceslab.learning;

/**
 * Images [batch, 1, n, n] with n a multiple of 4, through a grid of codes [batch, code, n/4, n/4],
 * back to images. Encoder and decoder can be used apart, with a quantiser between.
 */
public final class ConvolutionalAutoencoder implements Layer {
    /** Channels after the first and the second halving, and of the grid of codes. */
    public record Sizes(int first, int second, int code) {}

    private final Layer encoder;
    private final Layer decoder;

    public ConvolutionalAutoencoder(Weights weights, Sizes sizes) {
        int a = sizes.first();
        int b = sizes.second();
        encoder =
                new Convolution(weights.within("encoder0"), 1, a, 3, 2, 1)
                        .then(Activation.RELU)
                        .then(new Convolution(weights.within("encoder1"), a, b, 3, 2, 1))
                        .then(Activation.RELU)
                        .then(
                                new Convolution(
                                        weights.within("encoder2"), b, sizes.code(), 3, 1, 1));
        decoder =
                new Convolution(weights.within("decoder0"), sizes.code(), b, 3, 1, 1)
                        .then(Activation.RELU)
                        .then(new Upsampling(2))
                        .then(new Convolution(weights.within("decoder1"), b, a, 3, 1, 1))
                        .then(Activation.RELU)
                        .then(new Upsampling(2))
                        .then(new Convolution(weights.within("decoder2"), a, 1, 3, 1, 1));
    }

    /** Images to codes. */
    public Tensor encode(Tensor images) {
        return encoder.apply(images);
    }

    /** Codes to images. */
    public Tensor decode(Tensor codes) {
        return decoder.apply(codes);
    }

    @Override
    public Tensor apply(Tensor images) {
        return decode(encode(images));
    }
}
