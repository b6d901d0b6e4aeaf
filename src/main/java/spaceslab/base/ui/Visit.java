package spaceslab.base.ui;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinSession;
import java.util.UUID;
import spaceslab.base.web.Visitor;

/** Who is being served on this thread. */
final class Visit {
    private Visit() {}

    /** The visitor's random cookie, else an id of this session. */
    static String visitor() {
        VaadinRequest request = VaadinRequest.getCurrent();
        return Visitor.of(request == null ? null : request.getCookies())
                .orElseGet(Visit::ofSession);
    }

    private static String ofSession() {
        VaadinSession session = VaadinSession.getCurrent();
        Object known = session.getAttribute("visitor");
        if (known instanceof String id) {
            return id;
        }
        String id = "session " + UUID.randomUUID();
        session.setAttribute("visitor", id);
        return id;
    }
}
