package spaceslab;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The walls between the rooms stand, and each rule notices when one is missing. */
class ArchitectureTest {
    private static final JavaClasses PRODUCT =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("spaceslab");

    private static final JavaClasses WRONG_HOUSE =
            new ClassFileImporter().importPackages("wronghouse");

    @TestFactory
    Stream<DynamicTest> productKeepsEveryRule() {
        assertThat(PRODUCT).hasSizeGreaterThan(50);
        return new RoomRules("spaceslab")
                .all().entrySet().stream()
                        .map(rule ->
                                DynamicTest.dynamicTest(
                                        rule.getKey(), () -> rule.getValue().check(PRODUCT)));
    }

    @TestFactory
    Stream<DynamicTest> wrongHouseBreaksEveryRule() {
        Map<String, ArchRule> rules = new RoomRules("wronghouse").all();
        return rules.entrySet().stream()
                .map(rule ->
                        DynamicTest.dynamicTest(
                                rule.getKey(),
                                () ->
                                        assertThat(
                                                        rule.getValue()
                                                                .evaluate(WRONG_HOUSE)
                                                                .hasViolation())
                                                .as("“%s” notices a break", rule.getKey())
                                                .isTrue()));
    }
}
