package spaceslab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;

/** Options of a link, and runs laid over each other. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ExtendWith(BrowserJourneys.class)
class EmbedIT {
    @Test
    void anEmbeddedPageHasNoShellAndHidesWhatTheLinkSays(BrowserJourneys.Visits visits) {
        Visit visit = visits.in("en");
        EssayScreen screen =
                EssayScreen.open(visit, "/attention-scale/curve?embed=1&hide=overlay,automatic");
        assertThat(screen.page().locator("header.bar")).isHidden();
        assertThat(screen.page().locator("footer.foot")).isHidden();
        assertThat(screen.control("overlay")).isHidden();
        assertThat(screen.control("automatic")).isHidden();
        assertThat(screen.control("n")).isVisible();
        screen.type("n", "500");
        screen.awaitParameter("n", "500");
        assertThat(screen.page()).hasURL(Pattern.compile("[?&]n=500(&|$)"));
        assertThat(screen.page()).hasURL(Pattern.compile("[?&]embed=1(&|$)"));
        assertThat(screen.page()).hasURL(Pattern.compile("[?&]hide=automatic(,|%2C)overlay(&|$)"));
        visit.assertClean();
    }

    @Test
    void aPinnedRunStaysInTheChartWithTheParametersThatDiffer(BrowserJourneys.Visits visits) {
        Visit visit = visits.in("en");
        EssayScreen screen = EssayScreen.open(visit, "/attention-scale/curve?n=500");
        screen.button("Pin this run").click();
        screen.page()
                .waitForFunction(
                        "() => document.querySelector('lab-bench').store.pinned.length === 1");
        screen.type("n", "5000");
        screen.awaitParameter("n", "5000");
        String legend = screen.page().locator("lab-chart .legend .runs").first().innerText();
        assertThat(legend.replaceAll("[\\u202f\\u2009]", "")).contains("= 500", "= 5000");
        assertThat(screen.page().locator(".tile[data-name=alphaStar] .old")).hasCount(1);
        visit.assertClean();
    }
}
