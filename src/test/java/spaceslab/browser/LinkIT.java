package spaceslab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.RequestOptions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A link brings back form and result; what it asks for wrongly is named and costs nothing else. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ExtendWith(BrowserJourneys.class)
class LinkIT {
    @Test
    void reproducesFormAndResult(BrowserJourneys.Visits visits) {
        Visit visit = visits.in("en");
        EssayScreen screen =
                EssayScreen.open(
                        visit, "/attention-scale/curve?distribution=cosine&n=777&d=64&overlay=10");
        assertThat(screen.field("distribution")).hasValue("cosine");
        assertThat(screen.field("n")).hasValue("777");
        assertThat(screen.field("d")).hasValue("64");
        assertThat(screen.field("overlay")).hasValue("10");
        APIResponse answer =
                visit.context()
                        .request()
                        .post(
                                visits.base() + "/api/topics/attention-scale/curve/runs?wait=30",
                                RequestOptions.create()
                                        .setData(
                                                Map.of(
                                                        "distribution",
                                                        "cosine",
                                                        "n",
                                                        777,
                                                        "d",
                                                        64,
                                                        "overlay",
                                                        "10")));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        JsonNode run = JsonMapper.shared().readTree(answer.text());
        double star = run.at("/values/alphaStar/value").asDouble();
        assertThat(star).isGreaterThan(1);
        assertThat(((Number) screen.value("alphaStar")).doubleValue()).isEqualTo(star);
        double shown = Double.parseDouble(screen.tile("alphaStar").innerText().strip());
        assertThat(shown).isCloseTo(star, within(star * 1e-4));
        visit.assertClean();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "minimum-sum/solve|n=-3&teeth=9|n|0 …|teeth|9",
                "minimum-sum/solve|n=abc&teeth=9|n|not a natural number|teeth|9",
                "minimum-sum/solve|teeth=41&n=1000|teeth|2 … 40|n|1 000",
                "minimum-sum/solve|n=12&n=13&teeth=9|n|more than once|teeth|9",
                "minimum-sum/solve|algorithms=magic&n=1000|algorithms|guess|n|1 000",
                "attention-scale/curve|n=1e308&d=64&distribution=cosine|n|2 … 1000000|d|64",
                "attention-scale/curve|n=NaN&d=64&distribution=cosine|n|2 … 1000000|d|64",
                "attention-scale/curve|distribution=cauchy&n=99|distribution|normal, cosine|n|99",
            })
    void aRefusedParameterIsNamedWithItsRange(
            String path,
            String query,
            String refused,
            String range,
            String kept,
            String text,
            BrowserJourneys.Visits visits) {
        Visit visit = visits.in("en");
        EssayScreen screen = EssayScreen.open(visit, "/" + path + "?" + query);
        assertThat(screen.messages()).containsText(range);
        assertThat(screen.messages()).containsText("default");
        assertThat(screen.error(refused)).containsText(range);
        assertThat(screen.field(kept)).hasValue(text);
        visit.assertClean();
    }

    @Test
    void aHostileLinkOpensThePage(BrowserJourneys.Visits visits) {
        Visit visit = visits.in("en");
        String script =
                "%3Cscript%3Ewindow.bitten%3D1%3C/script%3E%3Cimg%20src%3Dx%20onerror%3D%22window.bitten%3D1%22%3E";
        EssayScreen screen =
                EssayScreen.open(
                        visit,
                        "/minimum-sum/solve?n="
                                + "9".repeat(10_000)
                                + "&teeth=9&"
                                + script
                                + "=1&x="
                                + script);
        assertThat(screen.messages()).containsText("far too long");
        assertThat(screen.messages()).containsText("There is no parameter");
        assertThat(screen.messages()).containsText("<script>");
        assertThat(screen.field("teeth")).hasValue("9");
        assertThat(visit.page().evaluate("() => window.bitten")).isNull();
        screen =
                EssayScreen.open(
                        visit, "/attention-scale/%3Cimg%20src=x%20onerror=window.bitten=1%3E?n=99");
        assertThat(screen.messages()).containsText("curve, sweep");
        assertThat(screen.field("n")).hasValue("99");
        assertThat(visit.page().evaluate("() => window.bitten")).isNull();
        visit.assertClean();
    }

    @Test
    void aRefusedTextStaysInItsFieldAndEverythingElseIsKept(BrowserJourneys.Visits visits) {
        Visit visit = visits.in("en");
        EssayScreen screen = EssayScreen.open(visit, "/minimum-sum/solve?n=1000&teeth=9");
        for (String bad : new String[] {"-1", "one", "1e999", "", "<b>7</b>"}) {
            screen.type("n", bad);
            assertThat(screen.error("n")).isVisible();
            assertThat(screen.field("n")).hasValue(bad);
            assertThat(screen.field("n")).hasAttribute("aria-invalid", "true");
        }
        assertThat(screen.field("teeth")).hasValue("9");
        assertThat(screen.value("n")).hasToString("1000");
        screen.type("n", "2000");
        assertThat(screen.error("n")).hasCount(0);
        screen.awaitParameter("n", "2000");
        assertThat(screen.tile("S")).hasText("90");
        visit.assertClean();
    }

    @Test
    void aRefusedTextMovesNoSlider(BrowserJourneys.Visits visits) {
        Visit visit = visits.in("en");
        EssayScreen screen = EssayScreen.open(visit, "/fsq/quantiser?sigma=5");
        String position = screen.slider("sigma").inputValue();
        for (String bad : new String[] {"0,5", "abc", "", "500", "1 2", "0x10", "5₂", "½", "-1"}) {
            screen.type("sigma", bad);
            assertThat(screen.error("sigma")).isVisible();
            assertThat(screen.field("sigma")).hasValue(bad);
            assertThat(screen.slider("sigma")).hasValue(position);
            assertThat(screen.slider("sigma")).hasAttribute("aria-valuetext", "5");
        }
        screen.slider("sigma").press("ArrowRight");
        assertThat(screen.error("sigma")).hasCount(0);
        double next = Double.parseDouble(screen.field("sigma").inputValue());
        assertThat(next).isBetween(5.0, 5.5);
        visit.assertClean();
    }

    @Test
    void anAcceptedTextMovesItsSliderInAnyNotation(BrowserJourneys.Visits visits) {
        Visit visit = visits.in("en");
        EssayScreen screen = EssayScreen.open(visit, "/fsq/quantiser?sigma=5");
        screen.type("sigma", "１.２×10¹");
        assertThat(screen.slider("sigma")).hasAttribute("aria-valuetext", "12");
        assertThat(screen.field("sigma")).hasValue("１.２×10¹");
        screen.type("samples", "16 384");
        screen.awaitParameter("samples", "16384");
        assertThat(screen.slider("samples")).hasAttribute("aria-valuetext", "16\u202f384");
        screen.type("samples", "10³");
        screen.awaitParameter("samples", "1000");
        assertThat(screen.slider("samples")).hasAttribute("aria-valuetext", "1\u202f000");
        visit.assertClean();
    }

    @Test
    void refusedPointsLeaveThePadAsItWas(BrowserJourneys.Visits visits) {
        Visit visit = visits.in("en");
        EssayScreen screen =
                new EssayScreen(
                        visit.open("/amed/trajectories?density=own&points=0:0.5,0.5:-0.5,1:1"));
        assertThat(screen.control("points").locator("circle")).hasCount(3);
        for (String bad : new String[] {"0,5:1", "1:2, x:y", "9999:1", ""}) {
            screen.type("points", bad);
            assertThat(screen.error("points")).isVisible();
            assertThat(screen.field("points")).hasValue(bad);
            assertThat(screen.control("points").locator("circle")).hasCount(3);
        }
        screen.type("points", "10⁰:0, 5×10⁻¹:−0.5");
        assertThat(screen.control("points").locator("circle")).hasCount(2);
        visit.assertClean();
    }
}
