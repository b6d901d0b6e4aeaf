package spaceslab.base.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.springframework.web.util.HtmlUtils;
import spaceslab.experiment.Language;

/**
 * The long texts: our own Markdown resources as HTML. Formulas ({@code $…$}, {@code $$…$$}) become
 * elements that the browser fills; a heading that ends in {@code {n d}} is marked with these
 * parameters.
 */
final class Prose {
    private static final Pattern FORMULA =
            Pattern.compile("\\$\\$(.+?)\\$\\$|\\$([^$\\n]+?)\\$", Pattern.DOTALL);
    private static final Pattern HEADING =
            Pattern.compile("<(h[1-4])>(.*?)\\s*\\{([\\w ]+)\\}</h[1-4]>");
    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder()
                    .extensions(List.of(TablesExtension.create()))
                    .escapeHtml(true)
                    .build();
    private static final Map<String, Optional<String>> RENDERED = new ConcurrentHashMap<>();

    private Prose() {}

    /** The text {@code <folder>/<language>/<name>.md} as HTML, or empty where there is none. */
    static Optional<String> html(String folder, String name, Language language) {
        String resource = "/" + folder + "/" + language.tag() + "/" + name + ".md";
        return RENDERED.computeIfAbsent(resource, Prose::load);
    }

    private static Optional<String> load(String resource) {
        try (InputStream in = Prose.class.getResourceAsStream(resource)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(render(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String render(String markdown) {
        List<String> formulas = new ArrayList<>();
        Matcher found = FORMULA.matcher(markdown);
        String text =
                found.replaceAll(match -> {
                    boolean display = match.group(1) != null;
                    String tex = (display ? match.group(1) : match.group(2)).strip();
                    formulas.add(
                            "<span class=\"math\" data-display=\"%s\" data-tex=\"%s\">%s</span>"
                                    .formatted(
                                            display,
                                            HtmlUtils.htmlEscape(tex, "UTF-8"),
                                            HtmlUtils.htmlEscape(tex, "UTF-8")));
                    return "\uE000" + (formulas.size() - 1) + "\uE001";
                });
        String html = RENDERER.render(PARSER.parse(text));
        // a block that scrolls sideways must be reachable by keyboard
        html = html.replace("<pre>", "<pre tabindex=\"0\">");
        html = HEADING.matcher(html).replaceAll("<$1 data-parameters=\"$3\">$2</$1>");
        Matcher places = Pattern.compile("\uE000(\\d+)\uE001").matcher(html);
        return places.replaceAll(
                match -> Matcher.quoteReplacement(formulas.get(Integer.parseInt(match.group(1)))));
    }
}
