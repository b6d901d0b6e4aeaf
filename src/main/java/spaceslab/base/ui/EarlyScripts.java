package spaceslab.base.ui;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import spaceslab.run.Catalogue;

/**
 * Names in the page itself the scripts that it will ask for later, so that the browser fetches them
 * side by side with the first answers of the server instead of one after the other. Their names
 * carry a hash; they are looked up in the bundle, and without one (development mode) none is named.
 */
@Component
class EarlyScripts implements VaadinServiceInitListener {
    private static final String FOLDER = "META-INF/VAADIN/webapp/VAADIN/build/";
    private static final Pattern IMPORT =
            Pattern.compile("from\\s*[\"'`]\\./([\\w.-]+\\.js)[\"'`]");

    /** Of every page. */
    private static final List<String> SHELL =
            List.of("FlowBootstrap", "generated-flow-imports", "FlowClient");

    /** Of an essay's page. */
    private static final List<String> FIGURES = List.of("echarts-part", "katex-part");

    private final Catalogue catalogue;
    private final Set<String> shell;
    private final Set<String> figures;

    EarlyScripts(Catalogue catalogue) {
        this.catalogue = catalogue;
        Map<String, String> bundle = bundle();
        shell = withImports(SHELL, bundle);
        figures = withImports(FIGURES, bundle);
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::announce);
    }

    private void announce(IndexHtmlResponse response) {
        append(response, shell);
        String path = response.getVaadinRequest().getPathInfo();
        String[] parts = path == null ? new String[0] : path.split("/");
        if (parts.length > 1 && catalogue.topic(parts[1]).isPresent()) {
            append(response, figures);
        }
    }

    private static void append(IndexHtmlResponse response, Set<String> scripts) {
        for (String script : scripts) {
            response.getDocument()
                    .head()
                    .appendElement("link")
                    .attr("rel", "modulepreload")
                    .attr("href", "./VAADIN/build/" + script);
        }
    }

    /** Scripts by file name. */
    private static Map<String, String> bundle() {
        Map<String, String> bundle = new TreeMap<>();
        try {
            for (Resource script :
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:" + FOLDER + "*.js")) {
                String name = script.getFilename();
                if (name != null) {
                    bundle.put(name, script.getContentAsString(StandardCharsets.UTF_8));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return bundle;
    }

    /** The scripts whose names begin so, and what they import. */
    private static Set<String> withImports(List<String> names, Map<String, String> bundle) {
        Deque<String> open = new ArrayDeque<>();
        for (String name : names) {
            bundle.keySet().stream().filter(s -> s.startsWith(name + "-")).forEach(open::add);
        }
        Set<String> found = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            String script = open.remove();
            // the page's own script is there anyway
            if (!script.startsWith("indexhtml-") && found.add(script)) {
                Matcher imports = IMPORT.matcher(bundle.getOrDefault(script, ""));
                while (imports.find()) {
                    open.add(imports.group(1));
                }
            }
        }
        return found;
    }
}
