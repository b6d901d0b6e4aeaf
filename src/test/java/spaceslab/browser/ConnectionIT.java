package spaceslab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.WebSocketRoute;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;

/** A connection that drops again and again: nothing is lost, nothing happens twice. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ExtendWith(BrowserJourneys.class)
class ConnectionIT {
    private static final int DROPS = 5;

    @Test
    void droppedSocketsLoseNothingAndRepeatNothing(BrowserJourneys.Visits visits) {
        Visit visit = visits.in("en");
        List<Connected> connections = new ArrayList<>();
        visit.page()
                .routeWebSocket(
                        address -> true,
                        socket -> {
                            Connected made = new Connected(socket, socket.connectToServer());
                            made.server()
                                    .onMessage(frame -> {
                                        if (!connections.contains(made)) {
                                            connections.add(made);
                                        }
                                        socket.send(frame.text());
                                    });
                        });
        EssayScreen screen = EssayScreen.open(visit, "/minimum-sum/solve?n=1000");
        Locator toggle = screen.page().locator(".findings .more");
        long history = history(screen);
        String n = "";
        for (int i = 1; i <= DROPS; i++) {
            awaitConnection(screen, connections, i);
            // both ends, as when the network goes: else the server goes on talking to nobody
            connections.getLast().socket().close();
            connections.getLast().server().close();
            n = String.valueOf(1000 + i);
            screen.type("n", n);
            screen.slider("teeth").press("ArrowRight");
            toggle.click();
            screen.awaitParameter("teeth", String.valueOf(6 + i));
            assertThat(toggle).hasAttribute("aria-expanded", i % 2 == 1 ? "true" : "false");
            assertThat(screen.value("n")).hasToString(n);
        }
        assertThat(screen.field("n")).hasValue(shown(n));
        assertThat(history(screen) - history).isEqualTo(2 * DROPS);
        screen.page().reload();
        screen.awaitParameter("n", n);
        screen.awaitParameter("teeth", String.valueOf(6 + DROPS));
    }

    /** A push is written to a connection that is dead, and nobody is told. */
    @Test
    void lostPushIsNoticedAndSentAnew(BrowserJourneys.Visits visits) {
        Visit visit = visits.in("en");
        AtomicBoolean dead = new AtomicBoolean();
        AtomicInteger lost = new AtomicInteger();
        visit.page()
                .routeWebSocket(
                        address -> true,
                        socket -> {
                            WebSocketRoute server = socket.connectToServer();
                            server.onMessage(frame -> {
                                if (dead.get()) {
                                    lost.incrementAndGet();
                                } else {
                                    socket.send(frame.text());
                                }
                            });
                        });
        EssayScreen screen = EssayScreen.open(visit, "/minimum-sum/solve?n=1000");
        dead.set(true);
        int n = 1200;
        // an answer that is ready before the request has ended does not need the socket
        while (lost.get() == 0 && n < 1240) {
            screen.type("n", String.valueOf(++n));
            screen.page().waitForTimeout(1000);
        }
        assertThat(lost.get()).as("messages lost").isPositive();
        dead.set(false);
        screen.awaitParameter("n", String.valueOf(n));
        assertThat(screen.field("n")).hasValue(shown(String.valueOf(n)));
    }

    /** As typed, or with its thousands apart where a resynchronisation has drawn the field anew. */
    private static Pattern shown(String n) {
        return Pattern.compile("^1\\D?" + n.substring(1) + "$");
    }

    /** Both ends of a connection over which the server has spoken. */
    private record Connected(WebSocketRoute socket, WebSocketRoute server) {}

    /**
     * Waits until the browser has connected again and the server has answered; each drop hits a
     * connection of its own. (One cut before it is open reports its end before its error, which no
     * browser does.)
     */
    private static void awaitConnection(
            EssayScreen screen, List<Connected> connections, int count) {
        for (int i = 0; i < 200 && connections.size() < count; i++) {
            screen.page().waitForTimeout(100);
        }
        assertThat(connections.size()).as("connections made").isGreaterThanOrEqualTo(count);
    }

    private static long history(EssayScreen screen) {
        return ((Number) screen.page().evaluate("() => history.length")).longValue();
    }
}
