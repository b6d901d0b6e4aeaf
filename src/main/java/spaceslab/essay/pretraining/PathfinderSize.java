package spaceslab.essay.pretraining;

/** Pictures of Pathfinder; seed distance and discs of 32 and 64 pixels are Long Range Arena's. */
enum PathfinderSize {
    SIXTEEN(16, 3, 1.0, 5),
    THIRTY_TWO(32, 7, 1.5, 16),
    SIXTY_FOUR(64, 12, 2.5, 24);

    private final int pixels;
    private final int seedDistance;
    private final double markerRadius;
    private final int mostDashes;

    PathfinderSize(int pixels, int seedDistance, double markerRadius, int mostDashes) {
        this.pixels = pixels;
        this.seedDistance = seedDistance;
        this.markerRadius = markerRadius;
        this.mostDashes = mostDashes;
    }

    int pixels() {
        return pixels;
    }

    int seedDistance() {
        return seedDistance;
    }

    double markerRadius() {
        return markerRadius;
    }

    /** Dashes of a contour that still find a way within it. */
    int mostDashes() {
        return mostDashes;
    }
}
