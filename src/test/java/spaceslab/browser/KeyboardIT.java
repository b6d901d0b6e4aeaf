package spaceslab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;

/** Everything on an essay's page is reached and worked by keyboard, and axe has no objection. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ExtendWith(BrowserJourneys.class)
class KeyboardIT {
    private static void tabTo(Page page, String selector) {
        for (int i = 0; i < 120; i++) {
            page.keyboard().press("Tab");
            if ((boolean) page.evaluate("s => !!document.activeElement?.matches(s)", selector)) {
                return;
            }
        }
        throw new AssertionError(selector + " is not reached by the Tab key");
    }

    @Test
    void controlsFindingsAndChartsWorkWithoutAMouse(BrowserJourneys.Visits visits) {
        Visit visit = visits.in("en");
        EssayScreen screen = EssayScreen.open(visit, "/attention-scale/curve?n=99");
        Page page = screen.page();
        tabTo(page, ".skip");
        tabTo(page, ".findings .card");
        tabTo(page, "lab-control[data-name=distribution] select");
        tabTo(page, "lab-control[data-name=n] input[type=range]");
        page.keyboard().press("ArrowRight");
        String moved = screen.field("n").inputValue();
        assertThat(moved).isNotEqualTo("99");
        screen.awaitParameter("n", moved);
        tabTo(page, "lab-copy button");
        tabTo(page, ".plot");
        page.keyboard().press("ArrowRight");
        assertThat(page.locator("lab-chart").first().locator("[aria-live]")).not().isEmpty();
        String said = page.locator("lab-chart").first().locator("[aria-live]").innerText();
        page.keyboard().press("ArrowRight");
        assertThat(page.locator("lab-chart").first().locator("[aria-live]")).not().hasText(said);

        screen = EssayScreen.open(visit, "/minimum-sum/solve");
        tabTo(page, ".findings .card:nth-child(2)");
        page.keyboard().press("Enter");
        assertThat(page).not().hasURL(visits.base() + "/minimum-sum/solve");
        screen.awaitEnd();
        visit.assertClean();
    }

    @Test
    void aQueuedRunIsStartedAndStoppedByKeyboard(BrowserJourneys.Visits visits) {
        Visit visit = visits.in("en");
        EssayScreen screen =
                new EssayScreen(
                        visit.open(
                                "/minimum-sum/solve?n=31415926535897932384626433832795028841971693993751058209749445"));
        assertThat(screen.button("Run")).isVisible();
        tabTo(screen.page(), ".controls .row button.p");
        screen.page().keyboard().press("Enter");
        assertThat(screen.page().locator("[role=progressbar]")).isVisible();
        screen.page().keyboard().press("Tab");
        screen.page().keyboard().press("Enter");
        assertThat(screen.outcome())
                .hasText(Pattern.compile("^Partial result: stopped by a visitor"));
        visit.assertClean();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/minimum-sum/solve",
                "/minimum-sum/scan",
                "/attention-scale/curve",
                "/attention-scale/sweep",
                "/attention-scale/sample",
                "/attention-scale/causal",
                "/attention-scale/jacobian"
            })
    void axeHasNoSeriousObjection(String path, BrowserJourneys.Visits visits) {
        Visit visit = visits.in("en");
        Page page = visit.open(path);
        page.locator("lab-status .status").waitFor();
        for (String look : Stream.of("light", "dark", "phone").toList()) {
            if (look.equals("dark")) {
                page.locator("header button[title]").click();
                assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
            } else if (look.equals("phone")) {
                page.setViewportSize(390, 844);
            }
            assertThat(Accessibility.violations(page)).as("%s, %s", path, look).isEmpty();
        }
        assertThat(
                        (boolean)
                                page.evaluate(
                                        "() => document.documentElement.scrollWidth <= innerWidth + 1"))
                .as("%s is no wider than a phone", path)
                .isTrue();
        visit.assertClean();
    }
}
