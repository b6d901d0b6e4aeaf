package spaceslab.essay.fsq;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import spaceslab.experiment.Emitter;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.quantisation.CodeUsage;
import spaceslab.numerics.quantisation.Codebook;

/**
 * The cells of a codebook in a box: the part of the plane where a code is nearest, cut out of the
 * box by the bisector towards every other code; O(K²·corners). Cells of codes in use and of dead
 * codes are emitted apart, as polygons closed by their first corner.
 */
final class VoronoiCells {
    private static final double MARGIN = 0.08;

    private VoronoiCells() {}

    static void emit(
            Codebook codebook, CodeUsage usage, double[][] inputs, Emitter out, StopSignal stop) {
        List<double[]> box = box(codebook, inputs);
        List<double[]> alive = new ArrayList<>();
        List<double[]> dead = new ArrayList<>();
        for (int k = 0; k < codebook.size(); k++) {
            stop.check();
            List<double[]> cell = cell(codebook, k, box);
            if (cell.size() > 2) {
                List<double[]> into = usage.count(k) > 0 ? alive : dead;
                into.addAll(cell);
                into.add(cell.getFirst());
            }
        }
        emit("cellsAlive", alive, out);
        emit("cellsDead", dead, out);
    }

    private static void emit(String name, List<double[]> corners, Emitter out) {
        out.points(
                name,
                corners.stream().mapToDouble(c -> c[0]).toArray(),
                corners.stream().mapToDouble(c -> c[1]).toArray());
    }

    /** The corners of a code's cell, in order; empty where equal codes leave it nothing. */
    static List<double[]> cell(Codebook codebook, int code, List<double[]> box) {
        List<double[]> cell = box;
        for (int other = 0; other < codebook.size() && !cell.isEmpty(); other++) {
            double dx = codebook.at(other, 0) - codebook.at(code, 0);
            double dy = codebook.at(other, 1) - codebook.at(code, 1);
            if (dx == 0 && dy == 0) {
                // the first of equal codes wins
                cell = other < code ? List.of() : cell;
                continue;
            }
            double middle =
                    dx * (codebook.at(other, 0) + codebook.at(code, 0)) / 2
                            + dy * (codebook.at(other, 1) + codebook.at(code, 1)) / 2;
            cell = cut(cell, dx, dy, middle);
        }
        return cell;
    }

    /** The part of a convex polygon where dx·x + dy·y ≤ limit (Sutherland and Hodgman). */
    private static List<double[]> cut(List<double[]> polygon, double dx, double dy, double limit) {
        List<double[]> kept = new ArrayList<>();
        for (int i = 0; i < polygon.size(); i++) {
            double[] a = polygon.get(i);
            double[] b = polygon.get((i + 1) % polygon.size());
            double from = dx * a[0] + dy * a[1] - limit;
            double to = dx * b[0] + dy * b[1] - limit;
            if (from <= 0) {
                kept.add(a);
            }
            if (from < 0 && to > 0 || from > 0 && to < 0) {
                double part = from / (from - to);
                kept.add(new double[] {a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1])});
            }
        }
        return kept;
    }

    private static List<double[]> box(Codebook codebook, double[][] inputs) {
        double[] x = bounds(inputs, codebook.codes(), 0);
        double[] y = bounds(inputs, codebook.codes(), 1);
        return List.of(
                new double[] {x[0], y[0]},
                new double[] {x[1], y[0]},
                new double[] {x[1], y[1]},
                new double[] {x[0], y[1]});
    }

    private static double[] bounds(double[][] inputs, double[][] codes, int coordinate) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double[][] rows : Arrays.asList(inputs, codes)) {
            for (double[] row : rows) {
                low = Math.min(low, row[coordinate]);
                high = Math.max(high, row[coordinate]);
            }
        }
        double margin = MARGIN * Math.max(high - low, 1e-3);
        return new double[] {low - margin, high + margin};
    }
}
