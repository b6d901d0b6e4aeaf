package spaceslab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.context.SpringBootTest;

/** Measures what a visitor feels; times are told, not judged, the size of the first load is. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ExtendWith(BrowserJourneys.class)
class SpeedIT {
    private static final Logger log = LoggerFactory.getLogger(SpeedIT.class);
    private static final int STEPS = 60;

    /** From the input event until the chart's canvas was painted with that input's run. */
    private static final String STEP =
            """
            async ([name, text]) => {
              const canvas = document.querySelector('lab-chart canvas');
              const pen = canvas.getContext('2d');
              if (!pen.watched) {
                const clear = pen.clearRect;
                pen.clearRect = function (...box) { pen.watched = performance.now(); clear.apply(this, box); };
                pen.watched = 1;
              }
              const store = document.querySelector('lab-bench').store;
              const control = document.querySelector('lab-control[data-name=' + name + ']');
              const field = control.querySelector("[id$='-field']");
              const start = performance.now();
              field.value = text;
              field.dispatchEvent(new Event('input', { bubbles: true }));
              let computed = 0;
              while (performance.now() - start < 5000) {
                await new Promise(requestAnimationFrame);
                if (!computed && store.shown?.outcome && !store.waiting && String(store.shown.parameters[name]) === text) {
                  computed = performance.now();
                }
                if (computed && pen.watched > start && pen.watched >= computed - 20) {
                  return pen.watched - start;
                }
              }
              return -1;
            }
            """;

    private static final String NAMED =
            """
            async () => {
              const html = await (await fetch(location.href)).text();
              const page = new DOMParser().parseFromString(html, 'text/html');
              return [...page.querySelectorAll('script[type=module], link[rel=modulepreload]')]
                .map(e => new URL(e.getAttribute('src') ?? e.getAttribute('href'), document.baseURI).href)
                .filter(a => a.includes('/build/')).sort();
            }
            """;
    private static final String LOADED =
            """
            () => [...new Set(performance.getEntriesByType('resource').map(e => e.name))]
              .filter(a => a.includes('/build/') && a.endsWith('.js')).sort()
            """;

    @ParameterizedTest
    @CsvSource({"attention-scale/curve", "minimum-sum/solve"})
    void aStepIsRedrawn(String path, BrowserJourneys.Visits visits) {
        Visit visit = visits.in("en");
        EssayScreen screen = EssayScreen.open(visit, "/" + path);
        List<Double> millis = new java.util.ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            String text = String.valueOf(2_000 + 7 * i);
            double step = ((Number) screen.page().evaluate(STEP, List.of("n", text))).doubleValue();
            assertThat(step).as("step %s to n = %s", i, text).isPositive();
            millis.add(step);
            screen.page().waitForTimeout(45);
        }
        List<Double> sorted = millis.stream().sorted().toList();
        log.info(
                String.format(
                        Locale.ROOT,
                        "MEASURED step to redrawn chart on %s: median %.0f ms, p95 %.0f ms, most %.0f ms",
                        path,
                        sorted.get(STEPS / 2),
                        sorted.get(STEPS * 95 / 100 - 1),
                        sorted.getLast()));
        visit.assertClean();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/attention-scale", "/minimum-sum"})
    void theFirstLoadIsSmall(String path, BrowserJourneys.Visits visits) {
        Visit visit = visits.in("en");
        CDPSession session = visit.context().newCDPSession(visit.page());
        AtomicLong bytes = new AtomicLong();
        session.on(
                "Network.loadingFinished",
                (JsonObject event) -> bytes.addAndGet(event.get("encodedDataLength").getAsLong()));
        session.send("Network.enable");
        EssayScreen screen = EssayScreen.open(visit, path);
        double drawn = ((Number) screen.page().evaluate("() => performance.now()")).doubleValue();
        screen.page().waitForTimeout(500);
        log.info(
                String.format(
                        Locale.ROOT,
                        "MEASURED first load of %s: %d bytes, default result drawn after %.0f ms",
                        path,
                        bytes.get(),
                        drawn));
        assertThat(bytes.get()).isBetween(50_000L, 650_000L);
        assertThat((List<?>) screen.page().evaluate(NAMED))
                .as("every script is named by the page itself")
                .isEqualTo(screen.page().evaluate(LOADED));
        EssayScreen again = EssayScreen.open(visit, path);
        log.info(
                String.format(
                        Locale.ROOT,
                        "MEASURED second load of %s: default result drawn after %.0f ms",
                        path,
                        ((Number) again.page().evaluate("() => performance.now()")).doubleValue()));
        visit.assertClean();
    }
}
