package spaceslab.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A visitor's page, with everything that went wrong on it. */
final class Visit implements AutoCloseable {
    private final BrowserContext context;
    private final String base;
    private final Page page;
    private final List<String> errors = new ArrayList<>();
    private final List<String> foreign = new ArrayList<>();

    Visit(BrowserContext context, String base) {
        this.context = context;
        this.base = base;
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                errors.add(message.text() + " at " + message.location());
            }
        });
        page.onPageError(error -> errors.add(error));
        page.onRequest(request ->
                Optional.of(request.url()).filter(Visit::isForeign).ifPresent(foreign::add));
        page.onResponse(response -> {
            if (response.status() >= 500) {
                errors.add(response.status() + " from " + response.url());
            }
        });
    }

    private static boolean isForeign(String url) {
        return url.startsWith("http") && !url.startsWith("http://localhost:");
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    /** Opens an address of the site, {@code /about}, and waits for the page's main part. */
    Page open(String path) {
        page.navigate(base + path);
        page.locator("main").first().waitFor();
        return page;
    }

    /** No error in the console, none from the server, and no request to another host. */
    void assertClean() {
        assertThat(errors).as("errors on %s", page.url()).isEmpty();
        assertThat(foreign).as("requests to other hosts from %s", page.url()).isEmpty();
    }

    @Override
    public void close() {
        context.close();
    }
}
