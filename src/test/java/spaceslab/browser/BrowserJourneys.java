package spaceslab.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.env.Environment;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Gives a journey its {@link Visits}: one browser for all test classes, a fresh context for each
 * visit. A failing journey leaves a picture of each of its pages in {@code target/browser/failed}.
 * Used with {@link SpringBootTest} on a random port.
 */
final class BrowserJourneys implements ParameterResolver, AfterEachCallback {
    private static final ExtensionContext.Namespace SPACE =
            ExtensionContext.Namespace.create(BrowserJourneys.class);

    /** The browser of the whole test run; closed after the last test. */
    private record Shared(Playwright playwright, Browser browser) implements AutoCloseable {
        static Shared start() {
            // a loaded machine is slow, not wrong
            PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
            Playwright playwright = BrowserFinder.playwright();
            try {
                return new Shared(playwright, BrowserFinder.launch(playwright));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }

    /** Makes visits; all are closed after the test. */
    static final class Visits {
        private final Browser browser;
        private final String base;
        private final List<Visit> all = new ArrayList<>();

        private Visits(Browser browser, String base) {
            this.browser = browser;
            this.base = base;
        }

        /** A visitor whose browser prefers {@code locale}. */
        Visit in(String locale) {
            return with(new Browser.NewContextOptions().setLocale(locale));
        }

        /** A visitor with these options. */
        Visit with(Browser.NewContextOptions options) {
            Visit visit = new Visit(browser.newContext(options.setViewportSize(1280, 900)), base);
            all.add(visit);
            return visit;
        }

        String base() {
            return base;
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext extension) {
        return parameter.getParameter().getType() == Visits.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext extension) {
        Shared shared =
                extension
                        .getRoot()
                        .getStore(SPACE)
                        .computeIfAbsent("browser", key -> Shared.start(), Shared.class);
        Environment environment = SpringExtension.getApplicationContext(extension).getEnvironment();
        String port = environment.getRequiredProperty("local.server.port");
        Visits visits = new Visits(shared.browser(), "http://localhost:" + port);
        extension.getStore(SPACE).put("visits", visits);
        return visits;
    }

    @Override
    public void afterEach(ExtensionContext extension) {
        Visits visits = extension.getStore(SPACE).get("visits", Visits.class);
        if (visits == null) {
            return;
        }
        for (int i = 0; i < visits.all.size(); i++) {
            Visit visit = visits.all.get(i);
            if (extension.getExecutionException().isPresent()) {
                picture(extension, visit, i);
            }
            visit.close();
        }
    }

    private static void picture(ExtensionContext extension, Visit visit, int number) {
        String name =
                extension.getRequiredTestClass().getSimpleName()
                        + "-"
                        + extension.getDisplayName().replaceAll("\\W+", "-")
                        + "-"
                        + number
                        + ".png";
        Path file = NpmPackage.PLACE.resolve("failed").resolve(name);
        try {
            visit.page().screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
        } catch (PlaywrightException crashed) {
            // the failure itself is reported; a page that is gone has no picture
            return;
        }
    }
}
