package spaceslab.essay.amed;

/** Mixtures that AMED is trained on. */
public enum TrainingDensity {
    RING,
    GRID,
    SPIRAL;

    PlaneDensity plane() {
        return PlaneDensity.valueOf(name());
    }
}
