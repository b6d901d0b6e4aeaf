package spaceslab.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import spaceslab.experiment.Seeds;

/**
 * What is refused before a page or the API is reached is answered by the site all the same: with
 * its own page or problem details, in the visitor's language, with the headers of every answer.
 */
@Timeout(180)
@ApiServerTest
class MalformedRequestsTest {
    @LocalServerPort int port;

    /** One answer as it came over the wire. */
    private record Answer(int status, String head, String body) {
        boolean isProblem() {
            return head.contains("content-type: application/problem+json");
        }
    }

    private Answer send(String requestLine, String... headers) throws IOException {
        StringBuilder request = new StringBuilder(requestLine).append("\r\nHost: localhost\r\n");
        request.append("Connection: close\r\nAccept: text/html\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream()
                    .write(request.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return answer(socket.getInputStream());
        }
    }

    private static Answer answer(InputStream in) throws IOException {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        int end = text.indexOf("\r\n\r\n");
        assertThat(end).as(text).isPositive();
        String head = text.substring(0, end).toLowerCase(Locale.ROOT);
        return new Answer(Integer.parseInt(head.split(" ", 3)[1]), head, text.substring(end + 4));
    }

    private static void isOurs(String request, Answer answer) {
        assertThat(answer.status()).as(request).isBetween(400, 499);
        assertThat(answer.head())
                .as(request)
                .contains(
                        "content-security-policy: default-src 'self'",
                        "x-content-type-options: nosniff",
                        "referrer-policy:",
                        "permissions-policy:");
        assertThat(answer.body())
                .as(request)
                .doesNotContain("Whitelabel", "Tomcat", "Exception", "org.apache", "\tat ");
        if (answer.isProblem()) {
            assertThat(answer.body())
                    .as(request)
                    .contains("\"status\":" + answer.status(), "detail");
        } else {
            assertThat(answer.head()).as(request).contains("content-type: text/html");
            assertThat(answer.body()).as(request).contains("Spaces Lab", "<html lang=\"en\"");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/minimum-sum/solve?n=100%|400",
                "/minimum-sum/solve?a=%zz|400",
                "/minimum-sum?n=5%|400",
                "/?%|400",
                "/?n=%C0%AF|400",
                "/?n=%ff|400",
                "/%zz|400",
                "/%|400",
                "/%00|400",
                "/minimum-sum/%2e%2e/%2e%2e/etc/passwd|400",
                "/..%2f..%2fetc/passwd|400",
                "/a%5cb|400",
                "/%c0%ae%c0%ae/|400",
                "/a;b=%zz|400",
                "/<script>|400",
                "/a b|400",
                "/WEB-INF/web.xml|404",
                "/WEB-INF/|404",
                "/META-INF/MANIFEST.MF|404",
                "/error|404",
                "/error?n=1|404",
            })
    void pagesAreTheSitesOwn(String target, int status) throws IOException {
        Answer answer = send("GET " + target + " HTTP/1.1");
        isOurs(target, answer);
        assertThat(answer.status()).as(target).isEqualTo(status);
        assertThat(answer.isProblem()).as(target).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/topics?x=100%",
                "/api/topics/%zz",
                "/api/%00",
                "/api/runs/%2e%2e%2f",
                "/api/<a>",
                "/api/topics?x=%C0%AF"
            })
    void programsGetProblemDetails(String target) throws IOException {
        Answer answer = send("GET " + target + " HTTP/1.1");
        isOurs(target, answer);
        assertThat(answer.isProblem()).as(target).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TRACE / HTTP/1.1",
                "TRACE /minimum-sum HTTP/1.1",
                "TRACE /api/topics HTTP/1.1",
                "BREW / HTTP/1.1",
                "CONNECT / HTTP/1.1",
                "G<T / HTTP/1.1",
                "GET / HTTP/9.9",
                "GET http://[/ HTTP/1.1",
                "GET nothing HTTP/1.1",
                "PROPFIND / HTTP/1.1"
            })
    void methodsAndRequestLinesOfNoUseAreRefused(String line) throws IOException {
        Answer answer = send(line);
        assertThat(answer.status()).as(line).isBetween(400, 505).isNotEqualTo(500);
        assertThat(answer.body())
                .as(line)
                .doesNotContain("Whitelabel", "Tomcat", "Exception", "org.apache", "\tat ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/?v-r=debug",
                "/?v-r=uidl",
                "/?v-r=heartbeat",
                "/?v-r=push",
                "/?v-r=",
                "/?v-r=init&x=1",
                "/?v-r=%00",
                "/VAADIN/nothing.js",
                "/VAADIN/../x",
                "/?v-loc=%3Cscript%3E&v-r=init",
                "/minimum-sum/solve?n=%2500",
                "/minimum-sum/solve?n=%252e",
                "/favicon.ico",
                "/actuator",
                "/actuator/env",
                "/api",
                "/api/",
                "/sw.js",
                "/?debug",
                "/?restartApplication"
            })
    void nothingAskedForFails(String target) throws IOException {
        Answer answer = send("GET " + target + " HTTP/1.1");
        assertThat(answer.status()).as(target).isLessThan(500);
        assertThat(answer.body())
                .as(target)
                .doesNotContain("Whitelabel", "Apache Tomcat", "Exception", "org.apache", "\tat ");
        assertThat(answer.head()).as(target).contains("content-security-policy");
    }

    @Test
    void thePageSpeaksTheVisitorsLanguage() throws IOException {
        for (String target : new String[] {"/minimum-sum/solve?n=100%", "/%zz", "/WEB-INF/x"}) {
            Answer chinese = send("GET " + target + " HTTP/1.1", "Accept-Language: zh-CN,zh;q=0.9");
            assertThat(chinese.body())
                    .as(target)
                    .contains("<html lang=\"zh-CN\"")
                    .containsPattern("地址");
            assertThat(send("GET " + target + " HTTP/1.1", "Accept-Language: fr").body())
                    .contains("<html lang=\"en\"");
        }
        Answer problem = send("GET /api/%zz HTTP/1.1", "Accept-Language: zh");
        assertThat(problem.body()).contains("地址");
    }

    @Test
    void whatIsFarTooLongIsRefusedByTheSite() throws IOException {
        Answer answer = send("GET /?n=" + "7".repeat(70_000) + " HTTP/1.1");
        assertThat(answer.status()).isIn(400, 414, 431);
        // beyond the buffer Tomcat answers the bare status, of which a browser makes its own page
        assertThat(answer.body()).doesNotContain("Tomcat", "Exception");
        isOurs(
                "60,000 characters that cannot be decoded",
                send("GET /?n=" + "%zz".repeat(20_000) + " HTTP/1.1"));
    }

    @Test
    void noGarbageMakesTheServerFail() throws IOException {
        SplittableRandom random = Seeds.stream("garbage in addresses");
        String[] pieces = {
            "%",
            "%zz",
            "%00",
            "%2f",
            "%5c",
            "..",
            "/",
            "\\",
            ";",
            "?",
            "#",
            "&",
            "=",
            "\u00ff",
            "<",
            "\"",
            "{",
            "|",
            "^",
            "minimum-sum",
            "api",
            "error",
            "WEB-INF",
            "v-r=uidl",
            "embed=1",
            "%25",
            "%c3%28"
        };
        for (int i = 0; i < 300; i++) {
            StringBuilder target = new StringBuilder("/");
            for (int k = random.nextInt(6); k >= 0; k--) {
                target.append(pieces[random.nextInt(pieces.length)]);
            }
            Answer answer = send("GET " + target + " HTTP/1.1");
            assertThat(answer.status()).as("%s: %s", target, answer.body()).isLessThan(500);
            assertThat(answer.body())
                    .as("%s", target)
                    .doesNotContain(
                            "Whitelabel", "Apache Tomcat", "Exception", "org.apache", "\tat ");
        }
    }
}
