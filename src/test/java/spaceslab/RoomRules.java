package spaceslab;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The rooms of the house and what each may import, for a root package: the product's, or that of a
 * deliberately wrong house which shows that every rule can fail.
 */
final class RoomRules {
    private static final String[] LANGUAGE = {"java..", "org.jspecify.."};
    private static final String[] MATHEMATICS = {
        "org.ejml..", "org.apache.commons.math3..", "jdk.incubator.vector.."
    };

    private final String root;

    RoomRules(String root) {
        this.root = root;
    }

    /** All rules by name. */
    Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("no essay imports another", essaysApart());
        rules.put("experiment imports the JDK only", only("experiment", LANGUAGE));
        rules.put("chart imports the JDK only", only("chart", LANGUAGE));
        rules.put("numerics imports mathematics and the stop signal", numerics());
        rules.put("learning imports the engine, numerics and experiment", learning());
        rules.put("an essay imports the contract, published tables and mathematics", essays());
        rules.put("only a topic knows Spring, and only its stereotype", stereotype());
        rules.put("an essay's page imports its essay, base.ui, chart and Vaadin", pages());
        rules.put("only pages know Vaadin", vaadin());
        rules.put("run imports experiment", ours("run", "experiment"));
        rules.put("published imports experiment", ours("published", "experiment"));
        rules.put(
                "api imports experiment, run, ledger, published and base.web",
                ours("api", "experiment", "run", "ledger", "published", "base.web"));
        rules.put(
                "base.ui imports experiment, run, ledger, chart, published and base.web",
                ours("base.ui", "experiment", "run", "ledger", "chart", "published", "base.web"));
        rules.put("ledger imports experiment and run", ours("ledger", "experiment", "run"));
        rules.put("base.web imports experiment", ours("base.web", "experiment"));
        rules.put(
                "no cycle between packages",
                slices().matching(root + ".(**)").should().beFreeOfCycles());
        rules.put("no unseeded randomness", seeded());
        rules.put(
                "no standard streams",
                GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.allowEmptyShould(
                        true));
        return rules;
    }

    private String room(String name) {
        return root + "." + name + "..";
    }

    private ArchRule essaysApart() {
        return slices().matching(root + ".essay.(*)..")
                .should()
                .notDependOnEachOther()
                .allowEmptyShould(true);
    }

    private ArchRule only(String room, String... allowed) {
        return classes()
                .that()
                .resideInAPackage(room(room))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(with(allowed, room(room))))
                .allowEmptyShould(true);
    }

    /** Foreign libraries are the room's own matter; of our rooms only these. */
    private ArchRule ours(String room, String... rooms) {
        String[] allowed = Stream.of(rooms).map(this::room).toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(room(room))
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(with(allowed, room(room)))
                                .or(outside(resideInAnyPackage(root + ".."))))
                .allowEmptyShould(true);
    }

    private ArchRule numerics() {
        return classes()
                .that()
                .resideInAPackage(room("numerics"))
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(with(LANGUAGE, with(MATHEMATICS, room("numerics"))))
                                .or(runControl()))
                .allowEmptyShould(true);
    }

    private ArchRule learning() {
        String[] rooms =
                with(
                        MATHEMATICS,
                        "ai.djl..",
                        room("experiment"),
                        room("numerics"),
                        room("learning"));
        return classes()
                .that()
                .resideInAPackage(room("learning"))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(with(LANGUAGE, rooms)))
                .allowEmptyShould(true);
    }

    private ArchRule essays() {
        String[] rooms =
                with(
                        MATHEMATICS,
                        room("experiment"),
                        room("numerics"),
                        room("learning"),
                        room("published"),
                        room("essay"),
                        "org.springframework.stereotype");
        return classes()
                .that(areAlgorithms())
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(with(LANGUAGE, rooms))
                                .and(outside(resideInAnyPackage(root + ".essay.*.ui.."))))
                .allowEmptyShould(true);
    }

    private ArchRule stereotype() {
        return noClasses()
                .that(
                        resideInAnyPackage(
                                        room("essay"),
                                        room("numerics"),
                                        room("learning"),
                                        room("experiment"),
                                        room("chart"))
                                .and(outside(topics()))
                                .and(outside(resideInAnyPackage(root + ".essay.*.ui.."))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .allowEmptyShould(true);
    }

    private ArchRule pages() {
        return classes()
                .that()
                .resideInAPackage(root + ".essay.*.ui..")
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(
                                with(
                                        LANGUAGE,
                                        room("essay"),
                                        room("base.ui"),
                                        room("chart"),
                                        room("experiment"),
                                        "org.springframework.stereotype",
                                        "com.vaadin..")))
                .allowEmptyShould(true);
    }

    private ArchRule vaadin() {
        return noClasses()
                .that(
                        resideInAnyPackage(root + "..")
                                .and(
                                        outside(
                                                resideInAnyPackage(
                                                        room("base.ui"),
                                                        root + ".essay.*.ui..",
                                                        root))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.vaadin..");
    }

    private ArchRule seeded() {
        return noClasses()
                .that()
                .resideInAnyPackage(room("essay"), room("numerics"), room("learning"))
                .should()
                .callMethod(Math.class, "random")
                .orShould()
                .callConstructor(java.util.Random.class)
                .orShould()
                .callMethod(java.util.concurrent.ThreadLocalRandom.class, "current")
                .allowEmptyShould(true);
    }

    private DescribedPredicate<JavaClass> areAlgorithms() {
        return resideInAnyPackage(room("essay"))
                .and(outside(resideInAnyPackage(root + ".essay.*.ui..")))
                .as("belong to an essay outside its page");
    }

    private DescribedPredicate<JavaClass> topics() {
        return assignableTo(root + ".experiment.Topic").as("are topics");
    }

    private DescribedPredicate<JavaClass> runControl() {
        return DescribedPredicate.describe(
                "are the stop signal or the emitter",
                type ->
                        type.getName().startsWith(root + ".experiment.StopSignal")
                                || type.getName().equals(root + ".experiment.Emitter"));
    }

    private static DescribedPredicate<JavaClass> outside(DescribedPredicate<JavaClass> inside) {
        return DescribedPredicate.not(inside);
    }

    private static String[] with(String[] some, String... more) {
        return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
    }
}
