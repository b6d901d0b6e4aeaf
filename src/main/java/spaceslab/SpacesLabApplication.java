package spaceslab;

import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.LoadDependenciesOnStartup;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * Starts the site; the app shell of all its pages. Their components load with the first page: they
 * are small (charts and formulas fetch their libraries when they need them), and a bundle with a
 * chunk per route is not built anew by Vaadin when an essay is added, whose page would then be
 * dead.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
@Push
@LoadDependenciesOnStartup
public class SpacesLabApplication implements AppShellConfigurator {
    public static void main(String[] arguments) {
        SpringApplication.run(SpacesLabApplication.class, arguments);
    }
}
