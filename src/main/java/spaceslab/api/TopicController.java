package spaceslab.api;

import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import spaceslab.experiment.Language;
import spaceslab.experiment.Topic;
import spaceslab.ledger.Ledger;
import spaceslab.run.Catalogue;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What there is to compute, and what was found. */
@RestController
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
class TopicController {
    private final Catalogue catalogue;
    private final Ledger ledger;

    TopicController(Catalogue catalogue, Ledger ledger) {
        this.catalogue = catalogue;
        this.ledger = ledger;
    }

    @GetMapping("/topics")
    ArrayNode topics(Locale locale) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        catalogue.topics().forEach(t -> json.add(TopicJson.summary(t, Language.of(locale))));
        return json;
    }

    @GetMapping("/topics/{topic}")
    ObjectNode topic(@PathVariable("topic") String id, Locale locale) {
        Topic topic = catalogue.topic(id).orElseThrow(() -> ApiException.notFound("topic", id));
        return TopicJson.whole(topic, Language.of(locale));
    }

    /** What the topic's papers report, with the origin of every number. */
    @GetMapping("/topics/{topic}/published")
    ArrayNode published(@PathVariable("topic") String id, Locale locale) {
        Topic topic = catalogue.topic(id).orElseThrow(() -> ApiException.notFound("topic", id));
        return PublishedJson.tables(topic.id(), Language.of(locale));
    }

    @GetMapping("/findings")
    ArrayNode findings(Locale locale) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        ledger.entries().forEach(e -> json.add(TopicJson.finding(e, Language.of(locale))));
        return json;
    }
}
