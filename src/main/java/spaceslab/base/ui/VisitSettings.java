package spaceslab.base.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;
import spaceslab.experiment.Language;
import spaceslab.experiment.Texts;

/**
 * Language and colours of a visit: {@code lang=} and {@code theme=} in the address, else the
 * cookies that the switches (and such addresses) set, else what the browser prefers. Set before the
 * first view is built and before the first paint.
 */
@Component
class VisitSettings implements VaadinServiceInitListener {
    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(VisitSettings::dress);
        event.getSource().addUIInitListener(init -> furnish(init.getUI()));
    }

    private static void furnish(UI ui) {
        // our style sheet draws the line that shows while the server answers
        ui.getLoadingIndicatorConfiguration().setApplyDefaultTheme(false);
        ui.addBeforeEnterListener(
                enter -> speak(ui, enter.getLocation().getQueryParameters().getParameters()));
    }

    private static void speak(UI ui, Map<String, List<String>> query) {
        List<String> asked = query.getOrDefault("lang", List.of());
        Language language =
                known(asked.isEmpty() ? Optional.empty() : Optional.of(asked.getFirst()))
                        .or(() -> known(cookie(VaadinRequest.getCurrent(), "lang")))
                        .orElseGet(() -> preferred(VaadinRequest.getCurrent()));
        if (!ui.getLocale().equals(language.locale())) {
            ui.setLocale(language.locale());
        }
    }

    private static void dress(IndexHtmlResponse response) {
        VaadinRequest request = response.getVaadinRequest();
        Language language =
                known(Optional.ofNullable(request.getParameter("lang")))
                        .or(() -> known(cookie(request, "lang")))
                        .orElseGet(() -> preferred(request));
        remember(
                response,
                "lang",
                Optional.ofNullable(request.getParameter("lang")),
                language.tag());
        Element html = response.getDocument().child(0);
        html.attr("lang", language.tag());
        Optional.ofNullable(request.getParameter("theme"))
                .or(() -> cookie(request, "theme"))
                .filter(theme -> theme.equals("dark") || theme.equals("light"))
                .ifPresent(theme -> {
                    remember(
                            response,
                            "theme",
                            Optional.ofNullable(request.getParameter("theme")),
                            theme);
                    html.attr("data-theme", theme).attr("style", "color-scheme: " + theme);
                });
        Element head = response.getDocument().head();
        head.appendElement("meta")
                .attr("name", "description")
                .attr("content", Texts.text(language, "site.description"));
        head.appendElement("link")
                .attr("rel", "icon")
                .attr("href", "icons/mark.svg")
                .attr("type", "image/svg+xml");
    }

    /** What the address asks for holds until the browser is closed, on the next pages too. */
    private static void remember(
            IndexHtmlResponse response, String name, Optional<String> asked, String value) {
        if (asked.isPresent()) {
            Cookie cookie = new Cookie(name, value);
            cookie.setPath("/");
            cookie.setAttribute("SameSite", "Lax");
            response.getVaadinResponse().addCookie(cookie);
        }
    }

    private static Optional<Language> known(Optional<String> tag) {
        return tag.flatMap(text ->
                text.toLowerCase(Locale.ROOT).startsWith("zh")
                        ? Optional.of(Language.ZH_CN)
                        : text.toLowerCase(Locale.ROOT).startsWith("en")
                                ? Optional.of(Language.EN)
                                : Optional.empty());
    }

    private static Language preferred(VaadinRequest request) {
        return Language.of(request.getLocale());
    }

    private static Optional<String> cookie(VaadinRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(name)) {
                    return Optional.of(cookie.getValue());
                }
            }
        }
        return Optional.empty();
    }
}
