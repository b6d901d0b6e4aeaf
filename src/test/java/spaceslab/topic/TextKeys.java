package spaceslab.topic;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.ParameterSpec;
import spaceslab.experiment.ResultSchema;
import spaceslab.experiment.RunResult;
import spaceslab.experiment.Sample;
import spaceslab.experiment.Topic;

/** The text keys that a topic's declarations and its runs make necessary. */
final class TextKeys {
    private TextKeys() {}

    /** Keys of a topic, its experiments, parameters, choices, columns and findings. */
    static Set<String> of(Topic topic) {
        Set<String> keys = new LinkedHashSet<>();
        for (String part : List.of("title", "name", "hook")) {
            keys.add(topic.id() + "." + part);
        }
        topic.experiments().forEach(experiment -> add(keys, topic, experiment));
        topic.findings()
                .forEach(finding -> {
                    keys.add(topic.id() + ".finding." + finding.id() + ".claim");
                    keys.add(topic.id() + ".finding." + finding.id() + ".measured");
                });
        return keys;
    }

    private static void add(Set<String> keys, Topic topic, Experiment<?> experiment) {
        String prefix = topic.id() + "." + experiment.id() + ".";
        keys.add(prefix + "name");
        keys.add(prefix + "hint");
        for (ParameterSpec spec : ParameterSchema.of(experiment.parameters()).specs()) {
            keys.add(prefix + spec.name() + ".label");
            keys.add(prefix + spec.name() + ".help");
            spec.choices().forEach(choice -> keys.add(topic.id() + ".choice." + choice));
        }
        for (ResultSchema.Table table : experiment.results().tables()) {
            table.columns().forEach(column -> keys.add(topic.id() + ".column." + column.name()));
        }
    }

    /** Keys of the effects that decide a finding. */
    static Set<String> of(Topic topic, List<Sample> samples) {
        Set<String> keys = new LinkedHashSet<>();
        samples.getFirst()
                .effects()
                .forEach(effect -> keys.add(topic.id() + ".effect." + effect.name()));
        return keys;
    }

    /** Keys of the phases and notes that a run has used. */
    static Set<String> of(Topic topic, RunResult result) {
        Set<String> keys = new LinkedHashSet<>();
        result.progress().keySet().forEach(phase -> keys.add(topic.id() + ".phase." + phase));
        result.notes().forEach(note -> keys.add(topic.id() + ".note." + note.key()));
        return keys;
    }
}
