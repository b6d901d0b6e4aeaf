package spaceslab.topic;

import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.type.filter.AssignableTypeFilter;
import spaceslab.experiment.Topic;

/** All topics of the product, found as the application finds them but without starting it. */
public final class Topics {
    private static final List<Topic> ALL = find();

    private Topics() {}

    public static List<Topic> all() {
        return ALL;
    }

    private static List<Topic> find() {
        try (GenericApplicationContext context = new GenericApplicationContext()) {
            BeanDefinitionRegistry registry = context;
            ClassPathBeanDefinitionScanner scanner =
                    new ClassPathBeanDefinitionScanner(registry, false);
            scanner.addIncludeFilter(new AssignableTypeFilter(Topic.class));
            scanner.scan("spaceslab.essay");
            context.refresh();
            return context.getBeansOfType(Topic.class).values().stream()
                    .sorted(Comparator.comparing(t -> t.essay().published()))
                    .toList();
        }
    }
}
