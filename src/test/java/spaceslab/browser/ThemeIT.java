package spaceslab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;

/** Dark and light: by preference, by address, by switch; the charts follow. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ExtendWith(BrowserJourneys.class)
class ThemeIT {
    private static boolean isDark(Page page) {
        return (boolean)
                page.evaluate(
                        """
                        () => {
                          const canvas = document.createElement('canvas').getContext('2d');
                          canvas.fillStyle = '#fff';
                          canvas.fillRect(0, 0, 1, 1);
                          for (const e of [document.documentElement, document.body]) {
                            canvas.fillStyle = getComputedStyle(e).backgroundColor;
                            canvas.fillRect(0, 0, 1, 1);
                          }
                          return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).reduce((a, b) => a + b) < 380;
                        }
                        """);
    }

    private static Visit preferring(ColorScheme scheme, BrowserJourneys.Visits visits) {
        return visits.with(new Browser.NewContextOptions().setLocale("en").setColorScheme(scheme));
    }

    @Test
    void followsThePreferenceAndTheSwitch(BrowserJourneys.Visits visits) {
        Visit visit = preferring(ColorScheme.DARK, visits);
        EssayScreen screen = EssayScreen.open(visit, "/attention-scale/curve");
        assertThat(isDark(screen.page())).isTrue();
        String dark = screen.picture(0);
        screen.page().locator("header button[title]").click();
        screen.awaitOtherPicture(0, dark);
        assertThat(isDark(screen.page())).isFalse();
        screen.page().reload();
        screen.awaitEnd();
        screen.awaitChart(0);
        assertThat(isDark(screen.page())).isFalse();
        visit.assertClean();
    }

    @Test
    void theAddressWinsAndHoldsOnTheNextPage(BrowserJourneys.Visits visits) {
        Visit visit = preferring(ColorScheme.LIGHT, visits);
        EssayScreen screen = EssayScreen.open(visit, "/attention-scale/curve?theme=dark");
        assertThat(isDark(screen.page())).isTrue();
        assertThat(isDark(visit.open("/about"))).isTrue();
        assertThat(isDark(visit.open("/about?theme=light"))).isFalse();
        visit.assertClean();
    }
}
