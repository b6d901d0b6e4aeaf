package spaceslab.experiment;

import java.util.Locale;

/** The two languages of the site. */
public enum Language {
    EN(Locale.ENGLISH, "en", "English"),
    ZH_CN(Locale.SIMPLIFIED_CHINESE, "zh-CN", "简体中文");

    private final Locale locale;
    private final String tag;
    private final String ownName;

    Language(Locale locale, String tag, String ownName) {
        this.locale = locale;
        this.tag = tag;
        this.ownName = ownName;
    }

    public Locale locale() {
        return locale;
    }

    /** BCP 47 tag, as in {@code lang=}. */
    public String tag() {
        return tag;
    }

    /** What its readers call it. */
    public String ownName() {
        return ownName;
    }

    /** Any Chinese locale reads Chinese, everyone else English. */
    public static Language of(Locale locale) {
        return locale.getLanguage().equals("zh") ? ZH_CN : EN;
    }
}
