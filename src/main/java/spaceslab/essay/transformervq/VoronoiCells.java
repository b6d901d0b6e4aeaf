package spaceslab.essay.transformervq;

import java.util.ArrayList;
import java.util.List;

/**
 * The cells of the plane that belong to each point, cut off at a box: the box clipped by the
 * bisector with every other point (Sutherland and Hodgman). O(c²) for each of c points' corners.
 */
final class VoronoiCells {
    private VoronoiCells() {}

    /**
     * The cell of {@code sites[index]} as its corners in order, empty where another site lies at
     * the same place with a lower index.
     */
    static List<double[]> of(double[][] sites, int index, double halfWidth) {
        List<double[]> cell = new ArrayList<>();
        cell.add(new double[] {-halfWidth, -halfWidth});
        cell.add(new double[] {halfWidth, -halfWidth});
        cell.add(new double[] {halfWidth, halfWidth});
        cell.add(new double[] {-halfWidth, halfWidth});
        for (int other = 0; other < sites.length && !cell.isEmpty(); other++) {
            if (other != index) {
                cell = clipped(cell, sites[index], sites[other], other < index);
            }
        }
        return cell;
    }

    private static List<double[]> clipped(
            List<double[]> cell, double[] own, double[] other, boolean strict) {
        double nx = other[0] - own[0];
        double ny = other[1] - own[1];
        double bound = nx * (own[0] + other[0]) / 2 + ny * (own[1] + other[1]) / 2;
        if (nx == 0 && ny == 0) {
            return strict ? List.of() : cell;
        }
        List<double[]> kept = new ArrayList<>();
        for (int i = 0; i < cell.size(); i++) {
            double[] a = cell.get(i);
            double[] b = cell.get((i + 1) % cell.size());
            double beyondA = nx * a[0] + ny * a[1] - bound;
            double beyondB = nx * b[0] + ny * b[1] - bound;
            if (beyondA <= 0) {
                kept.add(a);
            }
            if (beyondA < 0 != beyondB < 0 && beyondA != beyondB) {
                double share = beyondA / (beyondA - beyondB);
                kept.add(new double[] {a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])});
            }
        }
        return kept;
    }
}
