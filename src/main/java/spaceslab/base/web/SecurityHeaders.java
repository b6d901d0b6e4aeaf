package spaceslab.base.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriUtils;

/**
 * Security headers on every answer, and the refusal of addresses and methods that nobody behind
 * this filter could read. Scripts need {@code unsafe-inline} and {@code unsafe-eval}: the Flow
 * client before 25.4 works by them (docs/decisions/003). Framing is only allowed for pages that ask
 * for it with {@code embed=1}.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SecurityHeaders extends OncePerRequestFilter {
    private static final Set<String> OFFERED = Set.of("GET", "HEAD", "POST", "OPTIONS");

    /** The API says for itself which of them an address takes. */
    private static final Set<String> CHANGING = Set.of("PUT", "PATCH", "DELETE");

    private static final String POLICY =
            "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval';"
                    + " style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:;"
                    + " font-src 'self' data:; connect-src 'self' ws: wss:; object-src 'none';"
                    + " base-uri 'self'; form-action 'self'; frame-ancestors ";

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> embed = embed(request);
        set(response, embed.filter("1"::equals).isPresent(), request.isSecure());
        if (embed.isEmpty() || !isDecodable(request.getRequestURI())) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } else if (!isOffered(request)) {
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** The option, or empty where the query cannot be decoded: nobody after us could read it. */
    private static Optional<String> embed(HttpServletRequest request) {
        try {
            String embed = request.getParameter("embed");
            return Optional.of(embed == null ? "" : embed);
        } catch (IllegalStateException | IllegalArgumentException undecodable) {
            return Optional.empty();
        }
    }

    /** Path parameters ({@code /a;b=%zz}) are decoded late, where it would be our failure. */
    private static boolean isDecodable(String address) {
        try {
            UriUtils.decode(address, StandardCharsets.UTF_8);
            return true;
        } catch (IllegalArgumentException undecodable) {
            return false;
        }
    }

    /**
     * A page answers any method alike, as if it were GET: those that mean something else are
     * refused.
     */
    private static boolean isOffered(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return OFFERED.contains(request.getMethod())
                || (path.startsWith("/api") && CHANGING.contains(request.getMethod()));
    }

    static void set(HttpServletResponse response, boolean embedded, boolean secure) {
        response.setHeader("Content-Security-Policy", POLICY + (embedded ? "*" : "'self'"));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
        response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
        if (secure) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
    }
}
