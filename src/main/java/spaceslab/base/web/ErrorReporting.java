package spaceslab.base.web;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts {@link ErrorReport} in the place of Tomcat's own error page. */
@Configuration(proxyBeanMethods = false)
class ErrorReporting {
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> ownErrorPages() {
        return factory ->
                factory.addContextCustomizers(context -> {
                    context.getParent().getPipeline().addValve(new ErrorReport());
                });
    }
}
