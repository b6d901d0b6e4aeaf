package spaceslab.base.ui;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.web.util.HtmlUtils;
import spaceslab.published.Cell;
import spaceslab.published.Mark;
import spaceslab.published.PublishedTable;

/**
 * "As published": what the papers report, each table with its source and how its numbers came to
 * us. Apart from our own figures, and marked so. Each table is one element of HTML made from our
 * own resources, so that a page of a thousand cells costs the session nothing.
 */
final class PublishedSection extends Div {
    private final Words words;

    PublishedSection(List<PublishedTable> tables, Words words) {
        this.words = words;
        addClassName("published");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", words.text("published.title"));
        Paragraph hook = new Paragraph(words.text("published.hook"));
        add(new H2(words.text("published.title")), hook, legend(tables));
        for (PublishedTable table : tables) {
            add(new Html(html(table, table == tables.getFirst())));
        }
    }

    private Html legend(List<PublishedTable> tables) {
        Set<Mark> used = new TreeSet<>();
        tables.forEach(table -> used.addAll(table.marks()));
        StringBuilder list = new StringBuilder("<dl class=\"marks\">");
        for (Mark mark : used) {
            list.append(
                    "<div><dt>%s</dt><dd>%s</dd></div>"
                            .formatted(tag(mark), escaped(words.text(key(mark) + ".help"))));
        }
        return new Html(list.append("</dl>").toString());
    }

    private String html(PublishedTable table, boolean open) {
        StringBuilder marks = new StringBuilder();
        table.marks().forEach(mark -> marks.append(' ').append(tag(mark)));
        return """
        <details class="panel"%s><summary>%s%s</summary>\
        <p class="src"><a href="%s" rel="noopener">%s</a> · %s</p>\
        <div class="scroll" tabindex="0" role="region" aria-label="%s">\
        <table class="data"><thead><tr>%s</tr></thead><tbody>%s</tbody></table></div>%s</details>\
        """
                .formatted(
                        open ? " open" : "",
                        "<span class=\"name\">" + powers(escaped(table.title())) + "</span>",
                        marks,
                        escaped(table.source().address()),
                        escaped(table.source().paper()),
                        powers(escaped(table.source().place())),
                        escaped(table.title()),
                        head(table),
                        body(table),
                        table.note().isEmpty()
                                ? ""
                                : "<p class=\"cap\">" + powers(escaped(table.note())) + "</p>");
    }

    private String head(PublishedTable table) {
        StringBuilder head = new StringBuilder();
        for (int i = 0; i < table.columns().size(); i++) {
            PublishedTable.Column column = table.columns().get(i);
            String unit =
                    column.unit().isEmpty() || column.name().contains(column.unit())
                            ? ""
                            : " <small>(" + escaped(column.unit()) + ")</small>";
            String better =
                    switch (column.better()) {
                        case HIGHER -> arrow("↑", "published.higher");
                        case LOWER -> arrow("↓", "published.lower");
                        case NEITHER -> "";
                    };
            head.append(
                    "<th scope=\"col\"%s>%s%s%s</th>"
                            .formatted(
                                    i == 0 ? "" : " class=\"num\"",
                                    powers(escaped(column.name())),
                                    unit,
                                    better));
        }
        return head.toString();
    }

    private String arrow(String sign, String key) {
        return " <small title=\"%s\"><span aria-hidden=\"true\">%s</span><span class=\"unseen\">%s</span></small>"
                .formatted(escaped(words.text(key)), sign, escaped(words.text(key)));
    }

    private String body(PublishedTable table) {
        StringBuilder body = new StringBuilder();
        for (List<Cell> row : table.rows()) {
            body.append("<tr>");
            for (int i = 0; i < row.size(); i++) {
                String content = content(row.get(i), table.source().mark());
                body.append(
                        i == 0
                                ? "<th scope=\"row\">" + content + "</th>"
                                : "<td class=\"num\">" + content + "</td>");
            }
            body.append("</tr>");
        }
        return body.toString();
    }

    private String content(Cell cell, Mark usual) {
        return switch (cell) {
            case Cell.Figure figure ->
                    PublishedNumber.text(figure.value())
                            + figure.spread()
                                    .map(spread ->
                                            " <small>± "
                                                    + PublishedNumber.text(spread)
                                                    + "</small>")
                                    .orElse("")
                            + (figure.mark() == usual ? "" : " " + tag(figure.mark()));
            case Cell.Words text -> powers(escaped(text.text()));
            case Cell.Missing missing ->
                    "<span title=\"%s\"><span aria-hidden=\"true\">–</span><span class=\"unseen\">%s</span></span>"
                            .formatted(
                                    escaped(words.text("published.missing")),
                                    escaped(words.text("published.missing")));
        };
    }

    private String tag(Mark mark) {
        return "<span class=\"origin %s\">%s</span>"
                .formatted(mark.key(), escaped(words.text(key(mark))));
    }

    private static String key(Mark mark) {
        return "published.mark." + mark.key();
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    private static String powers(String html) {
        return html.replaceAll("\\^(\\d+(?:\\.\\d+)?)", "<sup>$1</sup>");
    }
}
