package spaceslab.base.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.util.List;
import spaceslab.experiment.Topic;
import spaceslab.ledger.Ledger;
import spaceslab.run.Catalogue;

/** The ledger: every claim of every essay, who makes it, and what the computation says. */
@Route(value = "findings", layout = SiteShell.class)
final class FindingsView extends Main implements HasDynamicTitle {
    private final Words words = Words.current();

    FindingsView(Catalogue catalogue, Ledger ledger) {
        Paragraph hook = new Paragraph(words.text("ledger.hook"));
        hook.addClassName("hook");
        Div lead = new Div(new Div(new H1(words.text("ledger.title")), hook));
        lead.addClassName("lead");
        add(lead);
        for (Topic topic : catalogue.topics()) {
            Anchor name = new Anchor(topic.id(), words.text(topic.id() + ".title"));
            name.getElement().setAttribute("router-link", true);
            add(new H2(name), table(topic, ledger.entries(topic)));
        }
    }

    private Div table(Topic topic, List<Ledger.Entry> entries) {
        NativeTable table = new NativeTable();
        table.addClassName("ledger");
        NativeTableRow head = table.getHead().addRow();
        for (String column : List.of("verdict", "claim", "measured")) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(words.text("ledger." + column));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        for (Ledger.Entry entry : entries) {
            Anchor claim =
                    new Anchor(
                            FindingCards.address(topic, entry.finding()),
                            FindingCards.claim(topic, entry.finding(), words));
            claim.getElement().setAttribute("router-link", true);
            NativeTableRow row = table.getBody().addRow();
            row.add(
                    new NativeTableCell(FindingCards.verdict(entry, words)),
                    new NativeTableCell(claim),
                    new NativeTableCell(
                            FindingCards.measured(entry, words),
                            FindingCards.evidence(entry, words)));
        }
        Div scroll = new Div(table);
        scroll.addClassNames("panel", "wide-table");
        return scroll;
    }

    @Override
    public String getPageTitle() {
        return words.text("ledger.title") + " · Spaces Lab";
    }
}
