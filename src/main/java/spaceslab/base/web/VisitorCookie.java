package spaceslab.base.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives a browser that opens a page its random, first-party visitor cookie. */
@Component
class VisitorCookie extends OncePerRequestFilter {
    private static final int YEAR = 31_536_000;
    private final SecureRandom random = new SecureRandom();

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String accept = request.getHeader("Accept");
        boolean page =
                request.getMethod().equals("GET") && accept != null && accept.contains("text/html");
        if (page && Visitor.of(request.getCookies()).isEmpty()) {
            byte[] id = new byte[12];
            random.nextBytes(id);
            Cookie cookie = new Cookie(Visitor.COOKIE, HexFormat.of().formatHex(id));
            cookie.setHttpOnly(true);
            cookie.setPath("/");
            cookie.setMaxAge(YEAR);
            cookie.setSecure(request.isSecure());
            cookie.setAttribute("SameSite", "Lax");
            response.addCookie(cookie);
        }
        chain.doFilter(request, response);
    }
}
