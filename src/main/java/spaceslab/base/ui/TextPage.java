package spaceslab.base.ui;

import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.HasDynamicTitle;

/** A page that is one of the site's own long texts, {@code site/<language>/<name>.md}. */
abstract class TextPage extends Main implements HasDynamicTitle {
    private final Words words = Words.current();
    private final String titleKey;

    TextPage(String name, String titleKey) {
        this.titleKey = titleKey;
        LabProse prose =
                new LabProse(
                        Prose.html("site", name, words.language())
                                .orElseThrow(() -> new IllegalStateException("no text " + name)));
        Article article = new Article(prose);
        article.addClassName("explanation");
        add(article);
    }

    @Override
    public String getPageTitle() {
        return words.text(titleKey) + " · Spaces Lab";
    }
}
