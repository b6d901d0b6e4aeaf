package spaceslab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.context.SpringBootTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A long run from its button to its permanent link. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ExtendWith(BrowserJourneys.class)
class QueuedRunIT {
    private static final Logger log = LoggerFactory.getLogger(QueuedRunIT.class);

    /** Of π: far from a square, so that the search lasts. */
    private static final String DIGITS =
            "314159265358979323846264338327950288419716939937510582097494459";

    @Test
    void waitsForRunStreamsSurvivesAReloadStopsAndIsKept(BrowserJourneys.Visits visits)
            throws IOException {
        Visit visit = visits.in("en");
        EssayScreen screen = new EssayScreen(visit.open("/minimum-sum/solve?n=" + DIGITS));
        Page page = screen.page();
        assertThat(page.locator("lab-status")).containsText("Nothing computed yet");
        assertThat(screen.button("Run")).isVisible();
        page.waitForTimeout(500);
        assertThat(page.locator("lab-status")).containsText("Nothing computed yet");

        screen.button("Run").click();
        page.waitForFunction(
                "() => document.querySelector('lab-status [role=progressbar]')?.getAttribute('aria-valuenow') >= 1");
        String id = screen.runId();
        assertThat(id).matches("[0-9a-f]{24}");
        page.reload();
        page.waitForFunction(
                "id => document.querySelector('lab-bench')?.store.newest?.id === id", id);
        page.waitForFunction(
                "() => document.querySelector('lab-status [role=progressbar]')?.getAttribute('aria-valuenow') >= 1");

        long pressed = System.nanoTime();
        screen.button("Stop").click();
        assertThat(screen.outcome())
                .hasText(Pattern.compile("^Partial result: stopped by a visitor"));
        log.info("stopped after {} ms", (System.nanoTime() - pressed) / 1_000_000);
        assertThat(screen.runId()).isEqualTo(id);
        String sum = screen.tile("S").innerText();
        assertThat(sum.replaceAll("\\D", "")).hasSizeGreaterThan(30);

        screen.button("Permanent link").click();
        screen.messages().getByRole(AriaRole.LINK).click();
        assertThat(page).hasURL(visits.base() + "/run/" + id);
        assertThat(screen.tile("S")).hasText(sum);
        assertThat(screen.outcome())
                .hasText(Pattern.compile("^Partial result: stopped by a visitor"));
        page.reload();
        assertThat(screen.tile("S")).hasText(sum);
        Download csv = page.waitForDownload(() -> page.locator("a[href$='/csv']").click());
        assertThat(Files.readString(csv.path()))
                .startsWith("outcome,stopped,partial,true,\"Partial result: ")
                .contains("S," + sum.replaceAll("\\D", ""));
        assertThat(csv.suggestedFilename()).contains("-partial");
        assertThat(page.locator("lab-tiles .partial").first())
                .hasText(Pattern.compile("^Partial result: stopped by a visitor"));
        JsonNode json =
                JsonMapper.shared()
                        .readTree(
                                visit.context()
                                        .request()
                                        .get(visits.base() + "/api/runs/" + id)
                                        .text());
        assertThat(json.at("/values/S/value").asString()).isEqualTo(sum.replaceAll("\\D", ""));
        assertThat(json.at("/outcome").toString()).contains("stopped");
        visit.assertClean();
    }

    @Test
    void aLinkWithRunStartsItAtOnce(BrowserJourneys.Visits visits) {
        Visit visit = visits.in("en");
        EssayScreen screen = EssayScreen.open(visit, "/minimum-sum/solve?n=10^45-3&run=1");
        assertThat(screen.outcome()).hasText("Finished");
        assertThat(screen.value("n")).isEqualTo("9".repeat(44) + "7");
        visit.assertClean();
    }

    @Test
    void aFindingSetsTheControlsAndRuns(BrowserJourneys.Visits visits) {
        Visit visit = visits.in("en");
        EssayScreen screen = EssayScreen.open(visit, "/attention-scale/curve?n=99");
        Object before = screen.parameters();
        screen.page().locator(".findings .card").first().click();
        assertThat(screen.page()).not().hasURL(Pattern.compile("n=99(&|$)"));
        screen.page()
                .waitForFunction(
                        "() => String(document.querySelector('lab-bench').store.shown?.parameters.n) !== '99'");
        screen.awaitEnd();
        assertThat(screen.outcome()).hasText("Finished");
        assertThat(screen.parameters()).isNotEqualTo(before);
        visit.assertClean();
    }

    @Test
    void anUnknownRunIsExplained(BrowserJourneys.Visits visits) {
        Visit visit = visits.in("en");
        for (String id : new String[] {"0".repeat(24), "nonsense", "%3Cb%3E"}) {
            Page page = visit.open("/run/" + id);
            assertThat(page.locator("h1")).hasText("This run is not here");
        }
        visit.page().locator("main a").first().click();
        assertThat(visit.page()).hasURL(Pattern.compile("/(\\?.*)?$"));
        visit.assertClean();
    }
}
