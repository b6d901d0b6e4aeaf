package spaceslab.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A missing prerequisite of the packaged site is one sentence, not a stack trace. */
@Timeout(180)
class LauncherIT {
    private static final Path JAR = Path.of("target/spaces-lab-1.0.0.jar").toAbsolutePath();
    private static final String LAUNCHER = "spaceslab.launch.Launcher";

    /** How a process ended and what it said. */
    private record Ended(int code, String output) {
        List<String> lines() {
            return output.lines().filter(line -> !line.startsWith("WARNING:")).toList();
        }
    }

    private static Ended run(Path java, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-jar", JAR.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), output);
    }

    @Test
    void theFirstClassRunsOnJava8() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(jar.getManifest().getMainAttributes().getValue("Main-Class"))
                    .isEqualTo(LAUNCHER);
            assertThat(jar.getManifest().getMainAttributes().getValue("Start-Class"))
                    .isEqualTo("spaceslab.SpacesLabApplication");
            assertThat(jar.getManifest().getMainAttributes().getValue("Enable-Native-Access"))
                    .isEqualTo("ALL-UNNAMED");
            var entry = jar.getEntry(LAUNCHER.replace('.', '/') + ".class");
            try (DataInputStream in = new DataInputStream(jar.getInputStream(entry))) {
                assertThat(in.readInt()).isEqualTo(0xCAFEBABE);
                in.readUnsignedShort();
                assertThat(in.readUnsignedShort()).as("class file of Java 8").isEqualTo(52);
            }
        }
    }

    @Test
    void aNewJavaReachesTheLoader() throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Ended ended = run(java, "-Djarmode=tools");
        assertThat(ended.output()).contains("extract", "list-layers");
    }

    @Test
    void anOldJavaIsToldWhatIsNeeded() throws Exception {
        Optional<Path> old = oldJava();
        assumeThat(old).as("a Java older than 21 on this machine").isPresent();
        for (String[] options :
                new String[][] {
                    {}, {"--add-modules", "jdk.incubator.vector"},
                }) {
            Ended ended = run(old.orElseThrow(), options);
            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.lines())
                    .as(ended.output())
                    .singleElement()
                    .satisfies(line ->
                            assertThat(line).contains("Java 21 or newer", "https://adoptium.net"));
        }
    }

    private static Optional<Path> oldJava() throws IOException {
        Path all = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(all)) {
            return Optional.empty();
        }
        try (Stream<Path> homes = Files.list(all)) {
            return homes.filter(home -> home.getFileName().toString().matches(".*\\b1?7\\b.*"))
                    .map(home -> home.resolve("bin/java"))
                    .filter(Files::isExecutable)
                    .findFirst();
        }
    }
}
