package spaceslab.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds a Chromium that starts, so that the test command needs nothing installed by hand: {@code
 * BROWSER_PATH}, an installed one, Playwright's own download, the browser inside the npm package
 * {@code @sparticuz/chromium}. {@code BROWSER_FINDER_SKIP_INSTALLED=true} and {@code
 * BROWSER_FINDER_SKIP_DOWNLOAD=true} leave steps out.
 */
final class BrowserFinder {
    private static final Logger log = LoggerFactory.getLogger(BrowserFinder.class);
    private static final String PACKAGED_VERSION = "149.0.0";

    private static final List<String> FLAGS =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");

    private static final List<String> NAMES =
            List.of(
                    "chromium",
                    "chromium-browser",
                    "google-chrome",
                    "google-chrome-stable",
                    "chrome",
                    "microsoft-edge",
                    "msedge");

    private static final List<String> PLACES =
            List.of(
                    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                    "/Applications/Chromium.app/Contents/MacOS/Chromium",
                    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
                    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
                    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe");

    private BrowserFinder() {}

    /** A way to a browser. */
    @FunctionalInterface
    private interface Way {
        Optional<Browser> launch(Playwright playwright) throws IOException, InterruptedException;
    }

    /** The first browser that really starts. */
    static Browser launch(Playwright playwright) throws InterruptedException {
        Map<String, Way> ways = new java.util.LinkedHashMap<>();
        ways.put("BROWSER_PATH", BrowserFinder::named);
        ways.put("an installed browser", BrowserFinder::installed);
        ways.put("Playwright's download", BrowserFinder::downloaded);
        ways.put("@sparticuz/chromium", BrowserFinder::packaged);
        List<String> failures = new ArrayList<>();
        for (Map.Entry<String, Way> way : ways.entrySet()) {
            try {
                Optional<Browser> browser = way.getValue().launch(playwright);
                if (browser.isPresent()) {
                    log.info("{}: Chromium {}", way.getKey(), browser.get().version());
                    return browser.get();
                }
                failures.add(way.getKey() + ": none");
            } catch (IOException | PlaywrightException failed) {
                failures.add(way.getKey() + ": " + failed.getMessage());
            }
        }
        throw new IllegalStateException("No browser starts. " + String.join("\n", failures));
    }

    /** Playwright that never downloads by itself. */
    static Playwright playwright() {
        return Playwright.create(
                new Playwright.CreateOptions()
                        .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    private static boolean skips(String step) {
        return "true".equals(System.getenv("BROWSER_FINDER_SKIP_" + step));
    }

    private static BrowserType.LaunchOptions options() {
        return new BrowserType.LaunchOptions().setHeadless(true).setArgs(FLAGS).setTimeout(60_000);
    }

    private static Optional<Browser> named(Playwright playwright) {
        return Optional.ofNullable(System.getenv("BROWSER_PATH"))
                .filter(path -> !path.isBlank())
                .map(path -> start(playwright, Path.of(path)));
    }

    private static Optional<Browser> installed(Playwright playwright) {
        if (skips("INSTALLED")) {
            return Optional.empty();
        }
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        boolean isWindows = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("win");
        Stream<Path> onPath =
                NAMES.stream()
                        .flatMap(name ->
                                Stream.of(path.split(File.pathSeparator))
                                        .filter(folder -> !folder.isBlank())
                                        .map(folder -> Path.of(folder, name)));
        Stream<Path> places =
                PLACES.stream().filter(p -> isWindows == p.startsWith("C:")).map(Path::of);
        return Stream.concat(onPath, places)
                .filter(Files::isExecutable)
                .findFirst()
                .map(found -> start(playwright, found));
    }

    private static Browser start(Playwright playwright, Path executable) {
        return playwright.chromium().launch(options().setExecutablePath(executable));
    }

    private static Optional<Browser> downloaded(Playwright playwright)
            throws IOException, InterruptedException {
        if (skips("DOWNLOAD")) {
            return Optional.empty();
        }
        try {
            return Optional.of(playwright.chromium().launch(options()));
        } catch (PlaywrightException notThere) {
            // a process of its own: the command line ends its JVM
            NpmPackage.run(
                    Path.of("").toAbsolutePath(),
                    List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            "com.microsoft.playwright.CLI",
                            "install",
                            "--only-shell",
                            "chromium"));
            return Optional.of(playwright.chromium().launch(options()));
        }
    }

    /** The package is made for AWS Lambda (x64 Linux); it brings the libraries it needs. */
    private static Optional<Browser> packaged(Playwright playwright)
            throws IOException, InterruptedException {
        if (!System.getProperty("os.name").equals("Linux")
                || !System.getProperty("os.arch").equals("amd64")) {
            return Optional.empty();
        }
        Path place = NpmPackage.PLACE.resolve("chromium-" + PACKAGED_VERSION);
        Path chromium = place.resolve("chromium");
        if (!Files.exists(chromium)) {
            Path bin = NpmPackage.fetch("@sparticuz/chromium", PACKAGED_VERSION).resolve("bin");
            Files.createDirectories(place);
            Path script = place.resolve("unpack-chromium.mjs");
            try (var in = BrowserFinder.class.getResourceAsStream("/browser/unpack-chromium.mjs")) {
                Files.write(script, java.util.Objects.requireNonNull(in).readAllBytes());
            }
            NpmPackage.run(
                    place,
                    List.of(
                            NpmPackage.node(),
                            script.toString(),
                            bin.toString(),
                            place.toString()));
            for (String archive : List.of("al2023.tar", "swiftshader.tar", "fonts.tar")) {
                NpmPackage.run(place, List.of("tar", "xf", archive));
            }
        }
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("LD_LIBRARY_PATH", place.resolve("lib").toString());
        List<String> flags = Stream.concat(FLAGS.stream(), Stream.of("--no-zygote")).toList();
        return Optional.of(
                playwright
                        .chromium()
                        .launch(
                                options()
                                        .setArgs(flags)
                                        .setEnv(environment)
                                        .setExecutablePath(chromium)));
    }
}
