package spaceslab.base.ui;

import com.vaadin.flow.component.Svg;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.RunResult;
import spaceslab.experiment.StopSignal;
import spaceslab.experiment.Topic;
import spaceslab.run.Catalogue;
import spaceslab.run.Run;
import spaceslab.run.RunService;
import spaceslab.run.RunSetup;

/**
 * Small line drawings of each topic's default result, from an ordinary run of it (cached like any
 * other), for the gallery.
 */
@Component
class Miniatures {
    private static final Logger log = LoggerFactory.getLogger(Miniatures.class);
    private static final int WIDTH = 320;
    private static final int HEIGHT = 120;
    private static final int PATIENCE_MILLIS = 20_000;

    private final Catalogue catalogue;
    private final RunService runs;
    private final Map<String, String> drawn = new ConcurrentHashMap<>();

    Miniatures(Catalogue catalogue, RunService runs) {
        this.catalogue = catalogue;
        this.runs = runs;
    }

    /** The drawing, or empty while the default result is not there yet. */
    Optional<Svg> of(Topic topic) {
        return Optional.ofNullable(drawn.get(topic.id())).map(Svg::new);
    }

    /** After the start, draws one after the other in the background. */
    @EventListener(ApplicationReadyEvent.class)
    void drawInBackground() {
        Thread.ofPlatform().daemon().name("miniatures").start(this::drawAll);
    }

    private void drawAll() {
        try {
            for (Topic topic : catalogue.topics()) {
                draw(topic, topic.experiments().getFirst());
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private <P extends Record> void draw(Topic topic, Experiment<P> experiment)
            throws InterruptedException {
        P defaults = ParameterSchema.of(experiment.parameters()).defaults();
        RunSetup<P> setup = new RunSetup<>(topic, experiment, defaults);
        if (!setup.live()) {
            return;
        }
        try {
            Run run = runs.submit(setup, RunService.Asker.page(this, "gallery")).join().run();
            if (run.log().awaitEnd(PATIENCE_MILLIS)) {
                drawing(run.log().result()).ifPresent(svg -> drawn.put(topic.id(), svg));
            }
            runs.release(run, this, StopSignal.Reason.VISITOR);
        } catch (CompletionException refused) {
            log.warn("no miniature of {}: {}", topic.id(), refused.getMessage());
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
