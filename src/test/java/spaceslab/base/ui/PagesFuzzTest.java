package spaceslab.base.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.HostileTexts;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.ParameterSpec;
import spaceslab.experiment.Seeds;
import spaceslab.experiment.Topic;
import spaceslab.run.Catalogue;

/** Whatever stands in a link, the essay's page opens: with the defaults for what it refuses. */
@SpringBootTest(properties = "spaceslab.live-seconds=0.05")
@Timeout(600)
class PagesFuzzTest extends SpringBrowserlessTest {
    private static final int ADDRESSES = Integer.getInteger("spaceslab.fuzz", 2_000) / 10;

    @Autowired Catalogue catalogue;

    private final SplittableRandom random = Seeds.stream("fuzzed links");
    private final HostileTexts hostile = new HostileTexts(random);

    @Test
    void everyLinkOpensItsPage() {
        for (int i = 0; i < ADDRESSES; i++) {
            Topic topic = any(catalogue.topics());
            Experiment<?> experiment = any(topic.experiments());
            String path = topic.id() + "/" + experiment.id();
            Map<String, List<String>> query = query(experiment);
            UI.getCurrent().navigate(path, new QueryParameters(query));
            assertThat(getCurrentView()).as("%s?%s", path, query).isInstanceOf(EssayPage.class);
        }
    }

    private <T> T any(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    private Map<String, List<String>> query(Experiment<?> experiment) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        for (ParameterSpec spec : ParameterSchema.of(experiment.parameters()).specs()) {
            if (random.nextInt(3) == 0) {
                query.put(spec.name(), hostile.several());
            }
        }
        for (String option : List.of("v", "run", "embed", "hide", "lang", "theme", "nothing")) {
            if (random.nextInt(4) == 0) {
                query.put(option, hostile.several());
            }
        }
        return query;
    }
}
