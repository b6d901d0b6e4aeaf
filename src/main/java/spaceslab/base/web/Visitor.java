package spaceslab.base.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who asks: the random cookie of a browser, else the client's address. */
public final class Visitor {
    static final String COOKIE = "visitor";

    private Visitor() {}

    /**
     * Of a request; behind a proxy the address is the client's only where forwarding is configured.
     */
    public static String of(HttpServletRequest request) {
        return of(request.getCookies()).orElseGet(() -> "address " + request.getRemoteAddr());
    }

    /** Of a request's cookies, where the visitor has ours. */
    public static Optional<String> of(Cookie @Nullable [] cookies) {
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(COOKIE) && cookie.getValue().matches("[0-9a-f]{24}")) {
                    return Optional.of(cookie.getValue());
                }
            }
        }
        return Optional.empty();
    }
}
