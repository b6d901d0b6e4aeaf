package spaceslab.base.ui;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.RouterLayout;
import spaceslab.experiment.Language;

/** What surrounds every page: name, navigation, language and theme; hidden by {@code embed=1}. */
public final class SiteShell extends Div implements RouterLayout, AfterNavigationObserver {
    private final Words words = Words.current();
    private final Div content = new Div();
    private final Header bar = new Header();
    private final Footer foot = new Footer();

    public SiteShell() {
        addClassName("site");
        bar.addClassName("bar");
        Anchor skip = new Anchor("#content", words.text("site.skip"));
        skip.addClassName("skip");
        skip.getElement().setAttribute("router-ignore", true);
        Anchor mark = link("", "Spaces Lab");
        mark.addClassName("mark");
        Nav pages = new Nav();
        pages.getElement().setAttribute("aria-label", words.text("site.navigation"));
        pages.add(
                link("findings", words.text("site.findings")),
                link("programs", words.text("site.api")),
                link("about", words.text("site.about")),
                languageSwitch(),
                themeSwitch());
        bar.add(skip, mark, pages);
        content.setId("content");
        foot.addClassName("foot");
        foot.add(new Span(words.text("site.foot")));
        add(new LabTheme(), bar, content, foot);
    }

    private static Anchor link(String address, String text) {
        Anchor anchor = new Anchor(address, text);
        anchor.getElement().setAttribute("router-link", true);
        return anchor;
    }

    /**
     * The other language, remembered in a cookie; {@code lang=} in the address would win over it.
     */
    private NativeButton languageSwitch() {
        Language other = words.language() == Language.EN ? Language.ZH_CN : Language.EN;
        NativeButton button =
                new NativeButton(
                        other == Language.EN ? "EN" : "中文",
                        click ->
                                getElement()
                                        .executeJs(
                                                """
                                                document.cookie = 'lang=' + $0 + ';path=/;max-age=31536000;samesite=lax';
                                                const here = new URL(location.href);
                                                here.searchParams.delete('lang');
                                                location.href = here;
                                                """,
                                                other.tag()));
        button.addClassName("switch");
        button.getElement().setAttribute("lang", other.tag());
        button.getElement().setAttribute("aria-label", other.ownName());
        return button;
    }

    private NativeButton themeSwitch() {
        NativeButton button = new NativeButton("◐");
        button.addClassName("switch");
        button.getElement().setAttribute("aria-label", words.text("site.theme"));
        button.getElement().setAttribute("title", words.text("site.theme"));
        button.addClickListener(click ->
                getElement()
                        .executeJs(
                                """
                                const root = document.documentElement;
                                const dark = root.dataset.theme ? root.dataset.theme === 'dark'
                                    : matchMedia('(prefers-color-scheme: dark)').matches;
                                root.dataset.theme = dark ? 'light' : 'dark';
                                root.style.colorScheme = root.dataset.theme;
                                document.cookie = 'theme=' + root.dataset.theme + ';path=/;max-age=31536000;samesite=lax';
                                """));
        return button;
    }

    @Override
    public void showRouterLayoutContent(HasElement page) {
        content.getElement().removeAllChildren();
        content.getElement().appendChild(page.getElement());
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        boolean embedded =
                Link.of(event.getLocation().getQueryParameters().getParameters()).embedded();
        bar.setVisible(!embedded);
        foot.setVisible(!embedded);
    }
}
