package spaceslab.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import spaceslab.SpacesLabApplication;
import spaceslab.run.ProbeTopic;

/** The whole application on a random port, with the probe as one more topic. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = SpacesLabApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spaceslab.live-seconds=1", "spaceslab.queued-seconds=10"})
@Import(ApiServerTest.Probes.class)
@interface ApiServerTest {
    /** The probe. */
    @TestConfiguration(proxyBeanMethods = false)
    class Probes {
        @Bean
        ProbeTopic probeTopic() {
            return new ProbeTopic();
        }
    }
}
