package spaceslab.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;

/** What is printed or copied is what is there: typeset, whole, and once. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ExtendWith(BrowserJourneys.class)
class PrintIT {
    private static final String RAW =
            "() => document.querySelectorAll('span.math:not(:has(.katex))').length";

    private static final String TEX = "\\$\\$[^$]+\\$\\$|\\$[^$]+\\$";

    /** Nobody scrolls; the screen is so small that most of the text is far below it. */
    @ParameterizedTest
    @ValueSource(strings = {"/attention-scale/sample", "/transformer-vq/maps", "/amed/nfeSweep"})
    void everyFormulaIsTypesetInPrint(String path, BrowserJourneys.Visits visits) {
        Visit visit = visits.in("en");
        Page page = visit.open(path);
        page.setViewportSize(390, 300);
        page.locator("span.math .katex").first().waitFor();
        int formulas = page.locator("span.math").count();
        assertThat(formulas).isGreaterThan(5);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.waitForFunction("() => matchMedia('print').matches");
        assertThat(page.evaluate(RAW)).as("raw formulas on %s", path).isEqualTo(0);
        byte[] pdf = page.pdf();
        assertThat(pdf).hasSizeGreaterThan(20_000);
        visit.assertClean();
    }

    @Test
    void formulasFarBelowTheScreenAreTypesetWithoutScrolling(BrowserJourneys.Visits visits) {
        Visit visit = visits.in("zh-CN");
        Page page = visit.open("/attention-scale/sample");
        page.setViewportSize(390, 300);
        page.locator("span.math .katex").first().waitFor();
        page.waitForFunction(RAW.replace("length", "length === 0"));
        assertThat(page.evaluate("() => scrollY")).isEqualTo(0);
    }

    /** The text of a copy of all that is within {@code selector}. */
    private static List<?> copied(Page page, String selector) {
        return (List<?>)
                page.evaluate(
                        """
                        selector => {
                          const selection = getSelection();
                          selection.selectAllChildren(document.querySelector(selector));
                          const data = new DataTransfer();
                          const target = document.querySelector(selector);
                          target.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }));
                          const heard = [...target.querySelectorAll('.unseen')].map(e => e.textContent.trim()).filter(t => t.length > 12);
                          const left = document.querySelectorAll('body > div[style*="-9999px"]').length;
                          return [data.getData('text/plain'), selection.toString(), target.querySelectorAll('.katex').length, heard, left];
                        }
                        """,
                        selector);
    }

    @Test
    void aFormulaIsCopiedOnceAsItsTex(BrowserJourneys.Visits visits) {
        Visit visit = visits.in("en");
        Page page = visit.open("/attention-scale/sample");
        page.locator("span.math .katex").first().waitFor();
        page.waitForFunction(RAW.replace("length", "length === 0"));
        List<?> copy = copied(page, "lab-prose");
        String text = String.valueOf(copy.get(0));
        int formulas = ((Number) copy.get(2)).intValue();
        assertThat(formulas).isGreaterThan(5);
        long written = Pattern.compile(TEX).matcher(text).results().count();
        assertThat(written).isEqualTo(formulas);
        assertThat(text.replaceAll(TEX, "")).doesNotContain("\\", "annotation");
        assertThat(text).as("paragraphs stay apart").contains("\n\n");
        assertThat(String.valueOf(copy.get(1))).as("selected once").doesNotContain("\\");
        assertThat(copy.get(4)).as("nothing is left in the page").isEqualTo(0);
        visit.assertClean();
    }

    @Test
    void whatIsOnlyHeardIsNotCopied(BrowserJourneys.Visits visits) {
        Visit visit = visits.in("en");
        EssayScreen.open(visit, "/attention-scale/curve");
        List<?> copy = copied(visit.page(), "main");
        List<?> heard = (List<?>) copy.get(3);
        assertThat(heard).isNotEmpty();
        for (Object words : heard) {
            assertThat(String.valueOf(copy.get(0))).doesNotContain(String.valueOf(words));
            assertThat(String.valueOf(copy.get(1))).doesNotContain(String.valueOf(words));
        }
        visit.assertClean();
    }
}
