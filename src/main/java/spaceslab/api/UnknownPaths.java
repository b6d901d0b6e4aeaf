package spaceslab.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/**
 * Answers addresses below {@code /api} that are none of ours with a problem instead of the site's
 * page. Asked after the controllers, so that a wrong method stays a wrong method.
 */
@Configuration(proxyBeanMethods = false)
class UnknownPaths {
    @Bean
    SimpleUrlHandlerMapping unknownApiPaths() throws NoSuchMethodException {
        HandlerMethod refusal =
                new HandlerMethod(
                        this,
                        UnknownPaths.class.getDeclaredMethod("refuse", HttpServletRequest.class));
        return new SimpleUrlHandlerMapping(Map.of("/api/**", refusal), 1);
    }

    void refuse(HttpServletRequest request) {
        throw ApiException.notFound("path", request.getRequestURI());
    }
}
