package spaceslab.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/** What axe-core finds on a page: violations of the impacts serious and critical. */
final class Accessibility {
    private static final String VERSION = "4.14.1";

    private Accessibility() {}

    /**
     * One line for each rule that is broken, with the elements that break it, once colours have
     * stopped changing.
     */
    static List<String> violations(Page page) {
        page.waitForFunction(
                "() => document.getAnimations().every(a => !(a instanceof CSSTransition) || a.playState === 'finished')");
        page.evaluate(script());
        Object found =
                page.evaluate(
                        """
                        async () => (await axe.run(document, {
                          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'], resultTypes: ['violations']
                        })).violations
                          .filter(v => v.impact === 'serious' || v.impact === 'critical')
                          .map(v => ({ rule: v.id + ': ' + v.help,
                                       places: v.nodes.map(n => n.target.join(' ')).join(' | ') }))
                        """);
        return ((List<?>) found)
                .stream()
                        .map(item -> (Map<?, ?>) item)
                        .map(item -> item.get("rule") + " — " + item.get("places"))
                        .toList();
    }

    private static String script() {
        try {
            return Files.readString(NpmPackage.fetch("axe-core", VERSION).resolve("axe.min.js"))
                    + "; undefined";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
