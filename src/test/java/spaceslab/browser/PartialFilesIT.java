package spaceslab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;

/** What the page shows and saves of a partial run says so before its numbers. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ExtendWith(BrowserJourneys.class)
class PartialFilesIT {
    private static final String SAID = "Partial result: stopped by a visitor, at 3 of 7 (draws).";

    /** The run on screen, as if it had been stopped. */
    private static final String STOPPED =
            """
            async said => {
              const bench = document.querySelector('lab-bench');
              const json = await (await fetch('/api/runs/' + bench.store.shown.id)).json();
              bench.snapshot({ ...json, outcome: 'stopped', partial: true, explanation: said });
            }
            """;

    private static Download save(Page page, String kind) {
        return page.waitForDownload(() -> {
            page.locator("lab-chart").first().locator("lab-menu > button").last().click();
            page.locator("lab-chart .menu").getByText(kind).click();
        });
    }

    private static String text(Download file) throws IOException {
        return new String(Files.readAllBytes(file.path()), StandardCharsets.UTF_8);
    }

    @Test
    void filesAndFiguresBeginWithIt(BrowserJourneys.Visits visits) throws IOException {
        Visit visit = visits.in("en");
        EssayScreen screen = EssayScreen.open(visit, "/attention-scale/curve");
        Page page = screen.page();
        String whole = text(save(page, "CSV"));
        assertThat(save(page, "JSON").suggestedFilename()).doesNotContain("partial");
        page.evaluate(STOPPED, SAID);
        assertThat(page.locator("lab-chart .partial").first()).hasText(SAID);
        assertThat(page.locator("lab-tiles .partial").first()).hasText(SAID);
        assertThat(screen.outcome()).hasText(SAID);
        for (Map.Entry<String, String> kind :
                Map.of("CSV", "csv", "JSON", "json", "SVG", "svg", "PNG", "png").entrySet()) {
            Download file = save(page, kind.getKey());
            assertThat(file.suggestedFilename()).endsWith("-partial." + kind.getValue());
        }
        String csv = text(save(page, "CSV"));
        assertThat(csv.lines().findFirst().orElseThrow()).startsWith("\uFEFFpartial,");
        assertThat(csv.lines().skip(1)).allMatch(line -> line.startsWith('"' + SAID + '"'));
        assertThat(csv.lines().count()).isEqualTo(whole.lines().count());
        assertThat(text(save(page, "JSON")).replaceAll("\\s", ""))
                .startsWith(
                        "{\"outcome\":\"stopped\",\"partial\":true,\"explanation\":\"Partialresult");
        assertThat(text(save(page, "SVG"))).contains("Partial result: stopped");
        visit.assertClean();
    }
}
