package spaceslab.essay.amed;

import spaceslab.essay.amed.score.PlaneDensity;

/** Mixtures that AMED is trained on. */
public enum TrainingDensity {
    RING,
    GRID,
    SPIRAL;

    PlaneDensity plane() {
        return PlaneDensity.valueOf(name());
    }
}
