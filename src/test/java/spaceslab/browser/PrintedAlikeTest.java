package spaceslab.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import spaceslab.experiment.Numbers;
import spaceslab.experiment.Seeds;
import tools.jackson.databind.json.JsonMapper;

/** Server and pages print a number alike: both run the same list, in Java and in Node.js. */
class PrintedAlikeTest {
    private static final Path SCRIPT = Path.of("src/test/resources/browser/print-numbers.mjs");
    private static final Path PAGES = Path.of("frontend/text/numbers.ts");

    @Test
    void everyNumberIsPrintedByThePagesAsByTheServer() throws Exception {
        List<Double> numbers = numbers();
        List<String> printed = inPages(numbers.stream().map(d -> Double.toString(d)).toList());
        assertThat(printed).hasSameSizeAs(numbers);
        for (int i = 0; i < numbers.size(); i++) {
            assertThat(printed.get(i))
                    .as("%s", numbers.get(i))
                    .isEqualTo(Numbers.text(numbers.get(i)));
        }
    }

    private static List<Double> numbers() {
        List<Double> numbers =
                new ArrayList<>(
                        List.of(
                                0.0,
                                -0.0,
                                1.0,
                                -1.0,
                                999.0,
                                1000.0,
                                9999.0,
                                16384.0,
                                131072.0,
                                -20160.0,
                                1e7,
                                12345678.0,
                                1e15,
                                1e15 - 1,
                                1e-4,
                                9.9999e-5,
                                9999.95,
                                9999.5,
                                99999.5,
                                9999999.9,
                                0.05,
                                2.5,
                                12345.5,
                                1.0005,
                                1e21,
                                1e22,
                                1.5e-300,
                                Double.MIN_VALUE,
                                Double.MAX_VALUE,
                                Double.NaN,
                                Double.POSITIVE_INFINITY,
                                Double.NEGATIVE_INFINITY));
        SplittableRandom random = Seeds.stream("numbers printed twice");
        for (int i = 0; i < 20_000; i++) {
            double size = Math.pow(10, random.nextInt(24) - 8);
            numbers.add(
                    switch (i % 4) {
                        case 0 -> Double.longBitsToDouble(random.nextLong());
                        case 1 -> (double) (random.nextLong() >> random.nextInt(64));
                        case 2 -> (random.nextDouble() - 0.5) * size;
                        // halves: where rounding is a matter of taste
                        default -> (random.nextInt(200_000) - 100_000 + 0.5) * size;
                    });
        }
        return numbers;
    }

    private static List<String> inPages(List<String> numbers)
            throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(node().toString(), SCRIPT.toString(), PAGES.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (var in = process.getOutputStream()) {
            in.write(JsonMapper.shared().writeValueAsBytes(numbers));
        }
        byte[] answer = process.getInputStream().readAllBytes();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        String[] texts =
                JsonMapper.shared()
                        .readValue(new String(answer, StandardCharsets.UTF_8), String[].class);
        return List.of(texts);
    }

    /** The Node.js that the build takes for the pages; it reads TypeScript as it is. */
    private static Path node() throws IOException {
        Path home = Path.of(System.getProperty("user.home"), ".vaadin");
        try (var folders = Files.list(home)) {
            return folders.filter(folder -> folder.getFileName().toString().startsWith("node-v24"))
                    .map(folder -> folder.resolve("bin/node"))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no Node.js 24 in " + home));
        }
    }
}
