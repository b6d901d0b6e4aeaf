package spaceslab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;

/** The address follows the controls; back, forward, reload, reset and the copy buttons obey it. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ExtendWith(BrowserJourneys.class)
class AddressIT {
    private static Pattern asking(String parameter) {
        return Pattern.compile("[?&]" + parameter + "(&|$)");
    }

    @Test
    void theKeyboardMovesASliderAndTheAddressFollows(BrowserJourneys.Visits visits) {
        Visit visit = visits.in("en");
        EssayScreen screen = EssayScreen.open(visit, "/attention-scale/curve");
        String before = screen.picture(0);
        screen.slider("n").press("ArrowRight");
        String moved = screen.field("n").inputValue();
        assertThat(Integer.parseInt(moved)).isGreaterThan(1024);
        screen.awaitOtherPicture(0, before);
        screen.awaitParameter("n", moved);
        assertThat(screen.page()).hasURL(asking("n=" + moved));

        screen.slider("n").press("End");
        screen.awaitParameter("n", "1000000");
        assertThat(screen.page()).hasURL(asking("n=1000000"));
        visit.assertClean();
    }

    @Test
    void findingsOfTheExperimentThatIsShownComeFirst(BrowserJourneys.Visits visits) {
        Visit visit = visits.in("en");
        EssayScreen screen = EssayScreen.open(visit, "/minimum-sum/scan");
        screen.page().locator(".findings .card").first().click();
        assertThat(screen.page()).hasURL(Pattern.compile("/minimum-sum/scan\\?.*"));
        screen.page().locator("a[href$='minimum-sum/solve']").first().click();
        assertThat(screen.page()).hasURL(Pattern.compile("/minimum-sum/solve"));
        screen.page().locator(".findings .card").first().click();
        assertThat(screen.page()).hasURL(Pattern.compile("/minimum-sum/solve\\?.*"));
        visit.assertClean();
    }

    @Test
    void backAndForwardUndoAndRedo(BrowserJourneys.Visits visits) {
        Visit visit = visits.in("en");
        EssayScreen screen = EssayScreen.open(visit, "/minimum-sum/solve");
        Page page = screen.page();
        screen.type("n", "1000");
        screen.awaitParameter("n", "1000");
        assertThat(page).hasURL(asking("n=1000"));
        screen.type("n", "2000");
        screen.awaitParameter("n", "2000");
        assertThat(page).hasURL(asking("n=2000"));

        page.goBack();
        screen.awaitParameter("n", "1000");
        assertThat(screen.field("n")).hasValue("1 000");
        assertThat(page).hasURL(asking("n=1000"));
        page.goBack();
        screen.awaitParameter("n", "130");
        assertThat(screen.field("n")).hasValue("130");
        page.goForward();
        screen.awaitParameter("n", "1000");
        page.goForward();
        screen.awaitParameter("n", "2000");
        assertThat(screen.field("n")).hasValue("2 000");
        assertThat(screen.tile("S")).hasText("90");

        screen.button("Reset").click();
        screen.awaitParameter("n", "130");
        assertThat(screen.field("n")).hasValue("130");
        assertThat(page).hasURL(visits.base() + "/minimum-sum/solve");
        page.goBack();
        screen.awaitParameter("n", "2000");
        visit.assertClean();
    }

    @Test
    void aReloadKeepsEverything(BrowserJourneys.Visits visits) {
        Visit visit = visits.in("en");
        EssayScreen screen = EssayScreen.open(visit, "/attention-scale/curve");
        screen.field("distribution").selectOption("laplace");
        screen.awaitParameter("distribution", "laplace");
        screen.type("n", "500");
        screen.awaitParameter("n", "500");
        assertThat(screen.page()).hasURL(asking("n=500"));
        Object values = screen.values();
        screen.page().reload();
        screen.awaitEnd();
        assertThat(screen.field("distribution")).hasValue("laplace");
        assertThat(screen.field("n")).hasValue("500");
        assertThat(screen.values()).isEqualTo(values);
        visit.assertClean();
    }

    @Test
    void copiesTheLinkAndACommandThatAProgramCanUse(BrowserJourneys.Visits visits) {
        Visit visit =
                visits.with(
                        new Browser.NewContextOptions()
                                .setLocale("en")
                                .setPermissions(List.of("clipboard-read", "clipboard-write")));
        EssayScreen screen = EssayScreen.open(visit, "/minimum-sum/solve");
        screen.type("n", "1000");
        screen.awaitParameter("n", "1000");
        assertThat(screen.page()).hasURL(asking("n=1000"));
        screen.button("Copy link").click();
        assertThat(screen.button("Copied")).isVisible();
        assertThat(clipboard(visit)).isEqualTo(screen.page().url());
        screen.button("Copy as curl").click();
        assertThat(screen.button("Copied")).hasCount(2);
        assertThat(clipboard(visit))
                .isEqualTo(
                        "curl -X POST '"
                                + visits.base()
                                + "/api/topics/minimum-sum/solve/runs?wait=60' -H 'Content-Type: application/json' -d '{\"n\": \"1000\"}'");
        visit.assertClean();
    }

    private static Object clipboard(Visit visit) {
        return visit.page().evaluate("() => navigator.clipboard.readText()");
    }
}
