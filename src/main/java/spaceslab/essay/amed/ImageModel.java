package spaceslab.essay.amed;

/** Image sets whose ideal denoiser is sampled, and one whose denoiser was trained. */
public enum ImageModel {
    GLYPH_DIGITS,
    OPTICAL_DIGITS,
    FASHION,
    TRAINED_DIGITS;

    SweepModel model() {
        return SweepModel.valueOf(name());
    }
}
