package spaceslab.essay.nonlinearrnn;

import java.util.ArrayList;
import java.util.List;
import spaceslab.experiment.Emitter;

/** Collects what one method does sweep by sweep and emits it as series and a map of the error. */
final class MethodTrace implements SweepRun.Watcher {
    private static final int MAP_COLUMNS = 128;
    private static final int MAP_ROWS = 64;
    private static final double FLOOR = 1e-17;

    private final RecurrentProblem problem;
    private final double[] truth;
    private final boolean focus;
    private final int after;
    private final List<Double> errors = new ArrayList<>();
    private final List<Double> residuals = new ArrayList<>();
    private final List<double[]> map = new ArrayList<>();
    private double[] drawn = new double[0];
    private int drawnSweep;
    private int exactStates;

    MethodTrace(RecurrentProblem problem, double[] truth, boolean focus, int after) {
        this.problem = problem;
        this.truth = truth;
        this.focus = focus;
        this.after = after;
    }

    @Override
    public void iterate(int sweep, double[] states, double error, double step) {
        errors.add(error);
        residuals.add(problem.residual(states));
        exactStates = exactPrefix(states);
        if (focus) {
            if (sweep <= after) {
                drawn = states.clone();
                drawnSweep = sweep;
            }
            if (sweep < MAP_ROWS) {
                map.add(mapRow(states));
            }
        }
    }

    /** How many leading states lie within 1e-12 of the truth. */
    private int exactPrefix(double[] states) {
        int d = problem.cell().stateSize();
        for (int i = d; i < states.length; i++) {
            if (!(Math.abs(states[i] - truth[i]) <= 1e-12)) {
                return i / d - 1;
            }
        }
        return problem.length();
    }

    /** log₁₀ of the largest error in each of at most 128 stretches of time. */
    private double[] mapRow(double[] states) {
        int d = problem.cell().stateSize();
        int length = problem.length();
        double[] row = new double[Math.min(MAP_COLUMNS, length)];
        for (int t = 1; t <= length; t++) {
            int column = (int) ((long) (t - 1) * row.length / length);
            for (int k = t * d; k < (t + 1) * d; k++) {
                row[column] = Math.max(row[column], Math.abs(states[k] - truth[k]));
            }
        }
        for (int c = 0; c < row.length; c++) {
            row[c] = Math.log10(Math.max(FLOOR, row[c]));
        }
        return row;
    }

    int exactStates() {
        return exactStates;
    }

    void emit(String method, Emitter out) {
        double[] n = new double[errors.size()];
        for (int i = 0; i < n.length; i++) {
            n[i] = i;
        }
        out.points("error." + method, n, aboveFloor(errors));
        out.points("residual." + method, n, aboveFloor(residuals));
        if (focus) {
            emitFocus(out);
        }
    }

    private static double[] aboveFloor(List<Double> values) {
        return values.stream().mapToDouble(v -> Math.max(FLOOR, v)).toArray();
    }

    private void emitFocus(Emitter out) {
        int columns = map.getFirst().length;
        double[] values = new double[map.size() * columns];
        for (int row = 0; row < map.size(); row++) {
            System.arraycopy(map.get(row), 0, values, row * columns, columns);
        }
        out.grid("errorMap", map.size(), columns, values);
        int d = problem.cell().stateSize();
        int shown = Math.min(problem.length(), 512);
        double[] t = new double[shown];
        double[] right = new double[shown];
        double[] iterate = new double[shown];
        for (int i = 0; i < shown; i++) {
            t[i] = i + 1;
            right[i] = truth[(i + 1) * d];
            iterate[i] = drawn[(i + 1) * d];
        }
        out.points("truth", t, right);
        out.points("iterate", t, iterate);
        out.value("drawnSweep", drawnSweep);
    }
}
