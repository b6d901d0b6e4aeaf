package spaceslab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;

/** Journeys through the site's own pages; those of an essay are in its own journey. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ExtendWith(BrowserJourneys.class)
class SiteIT {
    /** Evaluated by the browser, whose patterns have no script classes without a flag. */
    private static final Pattern HAN = Pattern.compile("[\\u4e00-\\u9fff]");

    @Test
    void theAboutPageSpeaksBothLanguages(BrowserJourneys.Visits visits) {
        Visit visit = visits.in("en");
        Page page = visit.open("/about?lang=en");
        assertThat(page).hasTitle(Pattern.compile("^About"));
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        visit.open("/about?lang=zh-CN");
        assertThat(page).hasTitle(HAN);
        assertThat(page.locator("html")).hasAttribute("lang", "zh-CN");
        assertThat(page.locator("main")).containsText(HAN);
        visit.assertClean();
    }

    @ParameterizedTest
    @CsvSource({"en,en", "zh-CN,zh-CN", "zh-TW,zh-CN", "fr,en"})
    void aBrowserIsGreetedInItsLanguage(
            String preferred, String shown, BrowserJourneys.Visits visits) {
        Visit visit = visits.in(preferred);
        Page page = visit.open("/about");
        assertThat(page.locator("html")).hasAttribute("lang", shown);
        visit.assertClean();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/findings", "/about", "/programs"})
    void everyPageOfTheSiteIsQuietAndAccessibleInBothThemes(
            String path, BrowserJourneys.Visits visits) {
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            Visit visit =
                    visits.with(
                            new Browser.NewContextOptions().setLocale("en").setColorScheme(scheme));
            Page page = visit.open(path);
            assertThat(page.locator("h1").first()).isVisible();
            assertThat(Accessibility.violations(page)).as("%s in %s", path, scheme).isEmpty();
            visit.assertClean();
        }
    }

    @Test
    void anUnknownAddressIsAPageThatLeadsHome(BrowserJourneys.Visits visits) {
        Visit visit = visits.in("en");
        visit.page().navigate(visits.base() + "/nothing/here");
        visit.page().locator("main a").first().click();
        assertThat(visit.page()).hasURL(Pattern.compile("/(\\?.*)?$"));
    }
}
