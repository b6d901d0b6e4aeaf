package spaceslab.experiment;

/**
 * A point of the plane that a visitor dropped; as text {@code x:y}. Minus zero is zero, so that
 * equal points have equal texts.
 */
public record PlanePoint(double x, double y) {
    public PlanePoint {
        x = x == 0 ? 0.0 : x;
        y = y == 0 ? 0.0 : y;
    }
}
