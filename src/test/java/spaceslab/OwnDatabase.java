package spaceslab;

import java.util.List;
import java.util.UUID;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * A database in memory for each application that tests start. With one for all, those that are kept
 * for later tests take each other's runs from the queue, whose topics they may not know, and one
 * build finds the runs of the last.
 */
final class OwnDatabase implements ContextCustomizerFactory {
    @Override
    public ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> configuration) {
        return new InMemory();
    }

    /** Equal to any other, so that tests of the same set-up share an application. */
    private record InMemory() implements ContextCustomizer {
        @Override
        public void customizeContext(
                ConfigurableApplicationContext context, MergedContextConfiguration merged) {
            TestPropertyValues.of(
                            "spring.datasource.url=jdbc:h2:mem:"
                                    + UUID.randomUUID()
                                    + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE"
                                    + ";DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1")
                    .applyTo(context);
        }
    }
}
