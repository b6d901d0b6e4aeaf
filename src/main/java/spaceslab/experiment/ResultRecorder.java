package spaceslab.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Folds a run's events into its {@link RunResult}. Thread-safe. */
public final class ResultRecorder implements Emitter {
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Map<String, GrowingSeries> series = new LinkedHashMap<>();
    private final Map<String, List<List<Object>>> tables = new LinkedHashMap<>();
    private final Map<String, RunEvent.Grid> grids = new LinkedHashMap<>();
    private final Map<String, RunEvent.Images> images = new LinkedHashMap<>();
    private final List<RunEvent.Note> notes = new ArrayList<>();
    private final Map<String, RunEvent.Progress> progress = new LinkedHashMap<>();
    private Optional<Outcome> outcome = Optional.empty();

    @Override
    public synchronized void emit(RunEvent event) {
        switch (event) {
            case RunEvent.Progress p -> progress.put(p.phase(), p);
            case RunEvent.Points p ->
                    series.computeIfAbsent(p.series(), k -> new GrowingSeries()).append(p);
            case RunEvent.Grid g -> grids.put(g.name(), g);
            case RunEvent.Images i -> images.put(i.name(), i);
            case RunEvent.Row r ->
                    tables.computeIfAbsent(r.table(), k -> new ArrayList<>()).add(r.cells());
            case RunEvent.Value v -> values.put(v.name(), v.value());
            case RunEvent.Note n -> notes.add(n);
            case RunEvent.Restarted r -> clear();
            case RunEvent.Ended e -> outcome = Optional.of(e.outcome());
        }
    }

    private void clear() {
        values.clear();
        series.clear();
        tables.clear();
        grids.clear();
        images.clear();
        notes.clear();
        progress.clear();
    }

    /** What has been recorded so far; later events do not change it. */
    public synchronized RunResult result() {
        Map<String, RunResult.Series> whole = new LinkedHashMap<>();
        series.forEach((name, s) -> whole.put(name, s.trimmed()));
        Map<String, List<List<Object>>> rows = new LinkedHashMap<>();
        tables.forEach((name, r) -> rows.put(name, List.copyOf(r)));
        return new RunResult(
                Collections.unmodifiableMap(new LinkedHashMap<>(values)),
                Collections.unmodifiableMap(whole),
                Collections.unmodifiableMap(rows),
                Collections.unmodifiableMap(new LinkedHashMap<>(grids)),
                Collections.unmodifiableMap(new LinkedHashMap<>(images)),
                List.copyOf(notes),
                Collections.unmodifiableMap(new LinkedHashMap<>(progress)),
                outcome);
    }

    /** Runs an experiment to its end on this thread and returns what it found (tests, findings). */
    public static <P extends Record> RunResult run(Experiment<P> experiment, P parameters) {
        ResultRecorder recorder = new ResultRecorder();
        ResultSchema schema = experiment.results();
        Emitter checked =
                event -> {
                    if (!schema.declares(event)) {
                        throw new IllegalStateException(
                                experiment.id() + " emitted what it does not declare: " + event);
                    }
                    recorder.emit(event);
                };
        experiment.run(parameters, checked, StopSignal.never());
        recorder.emit(new RunEvent.Ended(new Outcome.Finished()));
        return recorder.result();
    }

    private static final class GrowingSeries {
        private double[] x = new double[16];
        private double[] y = new double[16];
        private double[] lower = new double[0];
        private double[] upper = new double[0];
        private int size;

        void append(RunEvent.Points points) {
            int added = points.x().length;
            if (size + added > x.length) {
                int capacity = Math.max(2 * x.length, size + added);
                x = Arrays.copyOf(x, capacity);
                y = Arrays.copyOf(y, capacity);
            }
            System.arraycopy(points.x(), 0, x, size, added);
            System.arraycopy(points.y(), 0, y, size, added);
            if (points.lower().length > 0 || lower.length > 0) {
                lower = widened(lower);
                upper = widened(upper);
                System.arraycopy(points.lower(), 0, lower, size, points.lower().length);
                System.arraycopy(points.upper(), 0, upper, size, points.upper().length);
            }
            size += added;
        }

        /** As long as x; where a point has no band, it is not a number. */
        private double[] widened(double[] bound) {
            double[] wider = Arrays.copyOf(bound, x.length);
            Arrays.fill(wider, bound.length, x.length, Double.NaN);
            return wider;
        }

        RunResult.Series trimmed() {
            int band = lower.length == 0 ? 0 : size;
            return new RunResult.Series(
                    Arrays.copyOf(x, size),
                    Arrays.copyOf(y, size),
                    Arrays.copyOf(lower, band),
                    Arrays.copyOf(upper, band));
        }
    }
}
