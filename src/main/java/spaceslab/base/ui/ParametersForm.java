package spaceslab.base.ui;

import com.vaadin.flow.component.html.Div;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.ParameterSpec;
import spaceslab.experiment.Texts;
import spaceslab.experiment.Topic;
import spaceslab.experiment.Violation;

/**
 * The form that a parameters record declares. Holds the texts as typed; a refused text stays in its
 * field with the reason beside it, and the other parameters are not touched.
 */
final class ParametersForm<P extends Record> extends Div {
    /** Told after each change: the parameters are runnable only where nothing is refused. */
    @FunctionalInterface
    interface Listener<P extends Record> {
        void changed(P parameters, boolean accepted, boolean settled);
    }

    private final ParameterSchema<P> schema;
    private final Words words;
    private final Topic topic;
    private final Experiment<P> experiment;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, LabControl> controls = new LinkedHashMap<>();
    private final Set<String> hidden;

    ParametersForm(
            Topic topic,
            Experiment<P> experiment,
            Set<String> hidden,
            Words words,
            Listener<P> listener) {
        this.topic = topic;
        this.experiment = experiment;
        this.schema = ParameterSchema.of(experiment.parameters());
        this.words = words;
        this.hidden = hidden;
        addClassName("form");
        for (ParameterSpec spec : schema.specs()) {
            LabControl control =
                    new LabControl(ParameterWords.spec(topic, experiment, spec, words));
            control.addChangeListener(event -> {
                texts.put(spec.name(), event.value());
                ParameterSchema.Reading<P> reading = read();
                listener.changed(
                        reading.parameters(), reading.violations().isEmpty(), event.settled());
            });
            controls.put(spec.name(), control);
            add(control);
        }
    }

    /** Shows these parameters, and beside their controls what was refused on the way to them. */
    void show(P parameters, List<Violation> violations) {
        texts.clear();
        texts.putAll(schema.canonical(parameters));
        texts.forEach((name, text) -> {
            control(name).setValue(text);
            control(name).setAccepted(text);
        });
        mark(violations);
    }

    private ParameterSchema.Reading<P> read() {
        Map<String, List<String>> single = new LinkedHashMap<>();
        texts.forEach((name, text) -> single.put(name, List.of(text)));
        ParameterSchema.Reading<P> reading = schema.read(single);
        mark(reading.violations());
        schema.canonical(reading.parameters())
                .forEach((name, text) -> {
                    if (reading.violations().stream().noneMatch(v -> v.parameter().equals(name))) {
                        control(name).setAccepted(text);
                    }
                });
        return reading;
    }

    private void mark(List<Violation> violations) {
        for (ParameterSpec spec : schema.specs()) {
            LabControl control = control(spec.name());
            control.setError(
                    violations.stream()
                            .filter(v -> v.parameter().equals(spec.name()))
                            .map(v -> Texts.violation(words.language(), v, label(v.parameter())))
                            .findFirst()
                            .orElse(""));
            control.setVisible(!hidden.contains(spec.name()) && applies(spec));
        }
    }

    /** Whether a conditional parameter has a meaning with the others as they are. */
    private boolean applies(ParameterSpec spec) {
        if (spec.when().isEmpty()) {
            return true;
        }
        String[] condition = spec.when().split("=", 2);
        List<String> wanted = List.of(condition[1].split("\\|"));
        String text = texts.getOrDefault(condition[0], "");
        return List.of(text.split(",")).stream().anyMatch(wanted::contains);
    }

    private String label(String parameter) {
        return words.find(topic.id() + "." + experiment.id() + "." + parameter + ".label")
                .orElse(parameter);
    }

    private LabControl control(String name) {
        LabControl control = controls.get(name);
        if (control == null) {
            throw new IllegalArgumentException("no control " + name);
        }
        return control;
    }
}
