package spaceslab.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Files that the tests take from the npm registry, kept under {@code target/browser}. */
final class NpmPackage {
    static final Path PLACE = Path.of("target", "browser").toAbsolutePath();

    private NpmPackage() {}

    /** The unpacked package; fetched once, then taken from disk. */
    static Path fetch(String name, String version) throws IOException, InterruptedException {
        Path folder = PLACE.resolve("npm").resolve(name.replace("/", "_") + "-" + version);
        Path unpacked = folder.resolve("package");
        if (Files.exists(unpacked.resolve("package.json"))) {
            return unpacked;
        }
        Files.createDirectories(folder);
        run(folder, npm("pack", "--silent", name + "@" + version));
        Path archive;
        try (Stream<Path> files = Files.list(folder)) {
            archive = files.filter(f -> f.toString().endsWith(".tgz")).findFirst().orElseThrow();
        }
        run(folder, List.of("tar", "xzf", archive.toString()));
        Files.delete(archive);
        return unpacked;
    }

    private static List<String> npm(String... arguments) {
        Path own = nodeHome().resolve("lib/node_modules/npm/bin/npm-cli.js");
        List<String> program = Files.exists(own) ? List.of(node(), own.toString()) : List.of("npm");
        return Stream.concat(program.stream(), Stream.of(arguments)).toList();
    }

    /** The Node.js that the front-end build uses, else the one on the path. */
    static String node() {
        Path own = nodeHome().resolve("bin/node");
        return Files.exists(own) ? own.toString() : "node";
    }

    private static Path nodeHome() {
        Path place = Path.of(System.getProperty("user.home"), ".vaadin");
        if (!Files.isDirectory(place)) {
            return place;
        }
        try (Stream<Path> versions = Files.list(place)) {
            return versions.filter(folder -> folder.getFileName().toString().startsWith("node-v"))
                    .max(Path::compareTo)
                    .orElse(place);
        } catch (IOException unreadable) {
            return place;
        }
    }

    static void run(Path folder, List<String> command) throws IOException, InterruptedException {
        Path log = Files.createTempFile("command", ".log");
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException(command + " took more than five minutes");
        }
        String output = Files.readString(log);
        Files.delete(log);
        if (process.exitValue() != 0) {
            throw new IOException(command + " failed: " + output);
        }
    }
}
