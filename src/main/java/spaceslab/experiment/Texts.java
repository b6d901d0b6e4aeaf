package spaceslab.experiment;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * The site's short texts, one per key and language, from {@code
 * vaadin-i18n/translations_{en,zh_CN}.properties}. Pages and API word everything from here.
 */
public final class Texts {
    private static final Properties ENGLISH = load(Language.EN);
    private static final Properties CHINESE = load(Language.ZH_CN);

    private Texts() {}

    private static Properties all(Language language) {
        return switch (language) {
            case EN -> ENGLISH;
            case ZH_CN -> CHINESE;
        };
    }

    private static Properties load(Language language) {
        String file =
                "/vaadin-i18n/translations_" + language.tag().replace('-', '_') + ".properties";
        Properties texts = new Properties();
        try (InputStream in = Texts.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + file);
            }
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text, or the key itself where there is none (a test keeps that from shipping). */
    public static String text(Language language, String key, Object... arguments) {
        return find(language, key, arguments).orElse(key);
    }

    /** The text, or empty where there is none. Arguments that are numbers are formatted. */
    public static Optional<String> find(Language language, String key, Object... arguments) {
        String text = all(language).getProperty(key);
        if (text == null) {
            return Optional.empty();
        }
        if (arguments.length == 0) {
            return Optional.of(text);
        }
        Object[] words = Arrays.stream(arguments).map(Numbers::text).toArray();
        return Optional.of(new MessageFormat(text, language.locale()).format(words));
    }

    /**
     * The sentence that names a violation's parameter (as {@code label}), value and allowed range.
     */
    public static String violation(Language language, Violation violation, String label) {
        List<Object> arguments = new ArrayList<>();
        arguments.add(label);
        arguments.add(violation.value());
        arguments.add(violation.allowed());
        arguments.addAll(violation.arguments());
        return text(language, "violation." + violation.key(), arguments.toArray());
    }

    /** All keys of a language, sorted. */
    public static Set<String> keys(Language language) {
        return new TreeSet<>(all(language).stringPropertyNames());
    }
}
