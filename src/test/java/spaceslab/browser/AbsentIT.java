package spaceslab.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.Topic;
import spaceslab.topic.Topics;

/** What a run that has ended did not return is shown as absent, with the reason; nothing pulses. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ExtendWith(BrowserJourneys.class)
class AbsentIT {
    /** Nothing pulses in the state that the page is in, and it is one that lasts. */
    private static final String AT_REST =
            """
            () => {
              const store = document.querySelector('lab-bench')?.store;
              if (!store || store.waiting || (store.newest && !store.shown?.outcome)) return false;
              return document.querySelectorAll('lab-bench .skeleton').length === 0;
            }
            """;

    @Test
    void noFigureOfAnyDefaultPulsesAfterTheEnd(BrowserJourneys.Visits visits) {
        Visit visit = visits.in("en");
        List<String> seen = new ArrayList<>();
        for (Topic topic : Topics.all()) {
            for (Experiment<?> experiment : topic.experiments()) {
                Page page = visit.open("/" + topic.id() + "/" + experiment.id());
                page.locator("lab-bench .fig").first().waitFor();
                page.waitForFunction(
                        AT_REST, null, new Page.WaitForFunctionOptions().setTimeout(60_000));
                seen.add(topic.id() + "/" + experiment.id());
            }
        }
        assertThat(seen).hasSizeGreaterThan(40).doesNotHaveDuplicates();
        visit.assertClean();
    }

    @ParameterizedTest
    @CsvSource({
        "en,,ownOptimum,Only with scores of your own.",
        "en,?distribution=own,drawnMedian,Only with sampled scores.",
        "zh-CN,,ownGradient,仅在使用自己的分数时才有。",
        "zh-CN,?distribution=own,alphaStar,仅在随机抽取分数时才有。"
    })
    void aTileSaysWhyItIsEmpty(
            String locale,
            String query,
            String tile,
            String reason,
            BrowserJourneys.Visits visits) {
        Visit visit = visits.in(locale);
        EssayScreen screen =
                EssayScreen.open(visit, "/attention-scale/sample" + (query == null ? "" : query));
        screen.page().waitForFunction(AT_REST);
        assertThat(screen.tile(tile).innerText()).startsWith("—").contains(reason);
        visit.assertClean();
    }

    @Test
    void anEmptyChartSaysWhyToEyeAndEar(BrowserJourneys.Visits visits) {
        Visit visit = visits.in("en");
        EssayScreen screen = EssayScreen.open(visit, "/attention-scale/sample?distribution=own");
        screen.page().waitForFunction(AT_REST);
        String said = "Only with sampled scores: a list of your own has one curve and one optimum.";
        assertThat(screen.page().locator(".cover.empty").allInnerTexts())
                .hasSize(2)
                .allSatisfy(text -> assertThat(text).isEqualTo("— " + said));
        assertThat(screen.page().locator("lab-chart [id$='-summary']").allTextContents())
                .filteredOn(text -> text.contains(said))
                .hasSize(2);
        visit.assertClean();
    }
}
