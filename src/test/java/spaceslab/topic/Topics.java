package spaceslab.topic;

import java.util.Comparator;
import java.util.List;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.type.filter.AssignableTypeFilter;
import spaceslab.base.ui.EssayFigures;
import spaceslab.experiment.Topic;

/** All topics of the product, found as the application finds them but without starting it. */
public final class Topics {
    private static final List<Topic> ALL =
            find(Topic.class).stream()
                    .sorted(Comparator.comparing(t -> t.essay().published()))
                    .toList();

    private Topics() {}

    public static List<Topic> all() {
        return ALL;
    }

    /** What the topics' pages show. */
    public static List<EssayFigures> figures() {
        return find(EssayFigures.class);
    }

    private static <T> List<T> find(Class<T> type) {
        try (GenericApplicationContext context = new GenericApplicationContext()) {
            ClassPathBeanDefinitionScanner scanner =
                    new ClassPathBeanDefinitionScanner(context, false);
            scanner.addIncludeFilter(new AssignableTypeFilter(type));
            scanner.scan("spaceslab.essay");
            context.refresh();
            return List.copyOf(context.getBeansOfType(type).values());
        }
    }
}
