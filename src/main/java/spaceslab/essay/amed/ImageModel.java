package spaceslab.essay.amed;

/** Image sets whose ideal denoiser is sampled. */
public enum ImageModel {
    GLYPH_DIGITS,
    OPTICAL_DIGITS,
    FASHION;

    SweepModel model() {
        return SweepModel.valueOf(name());
    }
}
