package spaceslab;

import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import spaceslab.learning.Engine;

/**
 * Loads the training engine in the background once the site answers, so that neither its start nor
 * the first visitor of a trained page waits for it. Where it cannot be loaded, the log says why and
 * everything else works.
 */
@Component
class EngineWarmUp {
    private static final Logger log = LoggerFactory.getLogger(EngineWarmUp.class);

    EngineWarmUp(@Value("${spaceslab.learning.native-directory}") Path folder) {
        Engine.unpackTo(folder);
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        Thread.ofPlatform().daemon().name("engine-warm-up").start(EngineWarmUp::load);
    }

    private static void load() {
        switch (Engine.availability()) {
            case Engine.Availability.Ready r ->
                    log.info("libtorch {} loaded in {} ms", r.version(), Math.round(r.millis()));
            case Engine.Availability.Unavailable u ->
                    log.warn(
                            "No training on this machine ({}): {}. Experiments that train are"
                                    + " refused, all others work.",
                            u.platform(),
                            u.reason());
        }
    }
}
