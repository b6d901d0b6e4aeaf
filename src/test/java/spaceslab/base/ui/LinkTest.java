package spaceslab.base.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.Location;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.HostileTexts;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.RandomParameters;
import spaceslab.experiment.Seeds;
import spaceslab.experiment.Topic;
import spaceslab.run.RunSetup;
import spaceslab.topic.Topics;

class LinkTest {
    private static Link link(String address) {
        return Link.of(new Location(address).getQueryParameters().getParameters());
    }

    @Test
    void readsParametersAndThePagesOwnOptions() {
        Link link = link("a/b?n=130&v=3&run=1&embed=1&hide=x,y&lang=en&theme=dark&utm_source=z");
        assertThat(link.parameters()).isEqualTo(Map.of("n", List.of("130")));
        assertThat(link.version()).isEqualTo(3);
        assertThat(link.run()).isTrue();
        assertThat(link.embedded()).isTrue();
        assertThat(link.hidden()).containsExactlyInAnyOrder("x", "y");
    }

    @Test
    void keepsEmbeddingAndHiddenControlsWhenParametersChange() {
        Link link = link("a/b?embed=1&hide=y,x");
        assertThat(link.address("a/b", Map.of("n", "1,2"), 1))
                .isEqualTo("a/b?n=1,2&v=1&embed=1&hide=x,y");
        assertThat(link("").address("a/b", Map.of(), 1)).isEqualTo("a/b");
    }

    @Test
    void aParameterGivenTwiceKeepsBothTexts() {
        assertThat(link("a/b?n=1&n=2").parameters()).isEqualTo(Map.of("n", List.of("1", "2")));
    }

    @Test
    void hostileQueriesAreReadAndBounded() {
        HostileTexts hostile = new HostileTexts(Seeds.stream("hostile queries"));
        for (int i = 0; i < 2_000; i++) {
            Map<String, List<String>> query = new java.util.LinkedHashMap<>();
            for (int k = 0; k < 100; k++) {
                query.put(hostile.next() + k, hostile.several());
            }
            for (String option : List.of("v", "run", "embed", "hide")) {
                query.put(option, hostile.several());
            }
            Link link = Link.of(query);
            assertThat(link.parameters()).hasSizeLessThanOrEqualTo(64);
            assertThat(link.version()).isBetween(0, 9_999);
            assertThat(link.address("a/b", Map.of(), 1)).startsWith("a/b");
        }
    }

    @TestFactory
    Stream<DynamicTest> randomSetUpsSurviveTheAddressBar() {
        return Topics.all().stream()
                .flatMap(topic ->
                        topic.experiments().stream()
                                .map(experiment ->
                                        DynamicTest.dynamicTest(
                                                topic.id() + "/" + experiment.id(),
                                                () -> roundTrip(topic, experiment))));
    }

    private static <P extends Record> void roundTrip(Topic topic, Experiment<P> experiment) {
        SplittableRandom random = Seeds.stream("links of " + experiment.id());
        RandomParameters parameters = new RandomParameters(random);
        ParameterSchema<P> schema = ParameterSchema.of(experiment.parameters());
        for (int i = 0; i < 200; i++) {
            P record = parameters.next(experiment.parameters());
            String address = Link.to(new RunSetup<>(topic, experiment, record));
            assertThat(address)
                    .startsWith(topic.id() + "/" + experiment.id())
                    .matches("[\\x21-\\x7E]+")
                    .hasSizeLessThan(2_000);
            ParameterSchema.Reading<P> reading = schema.read(link(address).parameters());
            assertThat(reading.violations()).as(address).isEmpty();
            assertThat(reading.parameters()).as(address).isEqualTo(record);
        }
    }
}
