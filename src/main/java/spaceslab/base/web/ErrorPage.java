package spaceslab.base.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.util.HtmlUtils;
import spaceslab.experiment.Language;
import spaceslab.experiment.Texts;
import tools.jackson.databind.json.JsonMapper;

/**
 * The answer to a request that reaches neither a page nor the API: the site's own page, which needs
 * no script, or problem details (RFC 9457) for a program. Shows nothing of the request and nothing
 * of ours but the status.
 *
 * @param status HTTP status, 400 or more
 * @param language of its words
 * @param isForProgram whether it is asked for below {@code /api}
 */
record ErrorPage(int status, Language language, boolean isForProgram) {
    private static final String PAGE =
            """
            <!doctype html>
            <html lang="%s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>%s</title>
            <style>
            :root { color-scheme: light dark; }
            body { margin: 0; background: light-dark(#fbfaf7, #14161a); color: light-dark(#1d2330, #e8e6e1);
              font: 17px/1.6 "Inter", "Noto Sans SC", "PingFang SC", system-ui, sans-serif; }
            header { padding: 14px 20px; border-bottom: 1px solid light-dark(#e4e0d8, #2c313a); }
            header a { font: 600 19px "Source Serif 4", "Noto Serif SC", "Songti SC", Georgia, serif; color: inherit; text-decoration: none; }
            main { max-width: 68ch; margin: 8vh auto; padding: 0 20px; }
            h1 { font: 600 30px/1.25 "Source Serif 4", "Noto Serif SC", "Songti SC", Georgia, serif; }
            main a { color: light-dark(#2b5fd9, #7aa2ff); }
            small { color: light-dark(#5b6473, #a2a8b3); }
            </style>
            </head>
            <body>
            <header><a href="/">Spaces Lab</a></header>
            <main><h1>%s</h1><p>%s</p><p><a href="/">%s</a></p><p><small>HTTP %d</small></p></main>
            </body>
            </html>
            """;

    /** For a request of which the container may have understood only parts. */
    static ErrorPage of(int status, String path, HttpServletRequest request) {
        Language language =
                request.getHeader("Accept-Language") == null
                        ? Language.EN
                        : Language.of(request.getLocale());
        return new ErrorPage(status, language, path.equals("/api") || path.startsWith("/api/"));
    }

    String contentType() {
        return isForProgram ? "application/problem+json" : "text/html;charset=UTF-8";
    }

    String body() {
        return isForProgram ? problem() : page();
    }

    private String page() {
        String title = HtmlUtils.htmlEscape(word("title"));
        return PAGE.formatted(
                language.tag(),
                title,
                title,
                HtmlUtils.htmlEscape(word("text")),
                HtmlUtils.htmlEscape(Texts.text(language, "notFound.home")),
                status);
    }

    private String problem() {
        HttpStatus known = HttpStatus.resolve(status);
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("title", known == null ? "HTTP " + status : known.getReasonPhrase());
        problem.put("status", status);
        problem.put("detail", word("text"));
        return JsonMapper.shared().writeValueAsString(problem);
    }

    private String word(String part) {
        String kind =
                switch (status) {
                    case 404 -> "notFound";
                    case 400, 405 -> "error." + status;
                    case 413, 414, 431 -> "error.tooLong";
                    default -> status < 500 ? "error.refused" : "error.failed";
                };
        return Texts.text(language, kind + "." + part);
    }
}
