package spaceslab.base.ui;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** How many browsers have the site open, as the metric {@code spaceslab.sessions}. */
@Component
class SessionCount implements VaadinServiceInitListener {
    private final transient AtomicInteger sessions = new AtomicInteger();

    SessionCount(MeterRegistry registry) {
        Gauge.builder("spaceslab.sessions", sessions, AtomicInteger::get).register(registry);
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(session -> sessions.incrementAndGet());
        event.getSource().addSessionDestroyListener(session -> sessions.decrementAndGet());
    }
}
