package spaceslab;

import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the site; the app shell of all its pages. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Push
public class SpacesLabApplication implements AppShellConfigurator {
    public static void main(String[] arguments) {
        SpringApplication.run(SpacesLabApplication.class, arguments);
    }
}
