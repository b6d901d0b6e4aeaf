package spaceslab.base.ui;

import com.vaadin.flow.component.Svg;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.RunResult;
import spaceslab.experiment.StopSignal;
import spaceslab.experiment.Topic;
import spaceslab.run.Run;
import spaceslab.run.RunService;
import spaceslab.run.RunSetup;

/**
 * Small line drawings of each topic's default result, from an ordinary run of it (cached like any
 * other), for the gallery.
 */
@Component
class Miniatures {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 120;
    private static final int PATIENCE_MILLIS = 400;

    private final RunService runs;
    private final Map<String, String> drawn = new ConcurrentHashMap<>();

    Miniatures(RunService runs) {
        this.runs = runs;
    }

    /** The drawing, or empty while the default result is not there yet. */
    Optional<Svg> of(Topic topic) {
        String svg = drawn.get(topic.id());
        if (svg == null) {
            svg = draw(topic, topic.experiments().getFirst()).orElse("");
            if (!svg.isEmpty()) {
                drawn.put(topic.id(), svg);
            }
        }
        return svg.isEmpty() ? Optional.empty() : Optional.of(new Svg(svg));
    }

    private <P extends Record> Optional<String> draw(Topic topic, Experiment<P> experiment) {
        P defaults = ParameterSchema.of(experiment.parameters()).defaults();
        RunSetup<P> setup = new RunSetup<>(topic, experiment, defaults);
        if (!setup.live()) {
            return Optional.empty();
        }
        Run run = runs.submit(setup, RunService.Asker.page(this, "gallery")).join().run();
        try {
            boolean ended = run.log().awaitEnd(PATIENCE_MILLIS);
            runs.release(run, this, StopSignal.Reason.VISITOR);
            return ended ? drawing(run.log().result()) : Optional.empty();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<String> drawing(RunResult result) {
        StringBuilder paths = new StringBuilder();
        double[] box = bounds(result);
        int slot = 1;
        for (RunResult.Series series : result.series().values()) {
            if (slot > 3 || series.x().length < 2) {
                continue;
            }
            paths.append(
                    "<path class='s%d' fill='none' stroke-width='2.5' d='%s'/>"
                            .formatted(slot++, path(series, box)));
        }
        return paths.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' aria-hidden='true' preserveAspectRatio='none'>%s</svg>"
                                .formatted(WIDTH, HEIGHT, paths));
    }

    private static String path(RunResult.Series series, double[] box) {
        StringBuilder path = new StringBuilder();
        int step = Math.max(1, series.x().length / 160);
        for (int i = 0; i < series.x().length; i += step) {
            double x =
                    4 + (WIDTH - 8) * (series.x()[i] - box[0]) / Math.max(1e-300, box[1] - box[0]);
            double y =
                    HEIGHT
                            - 6
                            - (HEIGHT - 12)
                                    * (series.y()[i] - box[2])
                                    / Math.max(1e-300, box[3] - box[2]);
            if (Double.isFinite(x) && Double.isFinite(y)) {
                path.append(path.isEmpty() ? 'M' : 'L')
                        .append(String.format(Locale.ROOT, "%.1f %.1f", x, y));
            }
        }
        return path.toString();
    }

    private static double[] bounds(RunResult result) {
        double[] box = {
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY
        };
        int used = 0;
        for (RunResult.Series series : result.series().values()) {
            if (used == 3 || series.x().length < 2) {
                continue;
            }
            used++;
            for (int i = 0; i < series.x().length; i++) {
                if (Double.isFinite(series.x()[i]) && Double.isFinite(series.y()[i])) {
                    box[0] = Math.min(box[0], series.x()[i]);
                    box[1] = Math.max(box[1], series.x()[i]);
                    box[2] = Math.min(box[2], series.y()[i]);
                    box[3] = Math.max(box[3], series.y()[i]);
                }
            }
        }
        return box;
    }
}
