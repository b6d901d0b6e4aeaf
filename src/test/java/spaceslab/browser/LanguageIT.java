package spaceslab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import spaceslab.run.Catalogue;

/** Both languages are complete on every page, and a visitor's choice holds. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ExtendWith(BrowserJourneys.class)
class LanguageIT {
    @Autowired Catalogue catalogue;

    @Test
    void theAddressAndTheSwitchChooseTheLanguageAndItHolds(BrowserJourneys.Visits visits) {
        Visit visit = visits.in("zh-CN");
        EssayScreen screen = EssayScreen.open(visit, "/minimum-sum?lang=en");
        Page page = screen.page();
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertThat(screen.button("Reset")).isVisible();
        screen.type("n", "1000");
        screen.awaitParameter("n", "1000");
        assertThat(page).hasURL(java.util.regex.Pattern.compile("n=1000"));
        page.locator(".tabs a").nth(1).click();
        assertThat(page.locator(".tabs a").nth(1)).hasAttribute("aria-current", "page");
        assertThat(screen.button("Reset")).isVisible();
        page.goBack();
        screen.awaitParameter("n", "1000");
        page.reload();
        screen.awaitEnd();
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertThat(screen.button("Reset")).isVisible();

        page.locator("header button[lang=zh-CN]").click();
        assertThat(page.locator("html")).hasAttribute("lang", "zh-CN");
        assertThat(screen.button("Reset")).hasCount(0);
        screen.awaitParameter("n", "1000");
        page.reload();
        assertThat(page.locator("html")).hasAttribute("lang", "zh-CN");
        visit.assertClean();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void everyPageIsCompleteInItsLanguage(String language, BrowserJourneys.Visits visits) {
        Visit visit = visits.in(language);
        Stream<String> essays =
                catalogue.topics().stream()
                        .flatMap(topic ->
                                topic.experiments().stream()
                                        .map(e -> "/" + topic.id() + "/" + e.id()));
        List<String> addresses =
                Stream.concat(
                                Stream.of("/", "/findings", "/about", "/programs", "/run/nothing"),
                                essays)
                        .toList();
        for (String address : addresses) {
            Page page = visit.open(address);
            assertThat(page.locator("h1").first()).isVisible();
            if (page.locator("lab-bench").count() > 0) {
                page.locator(".head .help").first().click();
                page.waitForFunction(
                        "() => !!document.querySelector('lab-bench').store.shown || !!document.querySelector('lab-status .status')?.innerText");
            }
            List<String> texts = VisibleText.of(page);
            assertThat(texts).as(address).hasSizeGreaterThan(10);
            assertThat(VisibleText.keys(texts)).as("keys on %s", address).isEmpty();
            if (language.equals("zh-CN")) {
                assertThat(VisibleText.english(texts)).as("English on %s", address).isEmpty();
            }
        }
        visit.assertClean();
    }
}
