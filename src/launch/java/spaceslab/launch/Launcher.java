package spaceslab.launch;

import java.lang.reflect.InvocationTargetException;

/**
 * The first class of the packaged site, compiled for Java 8 so that an old Java can run it: says in
 * one sentence which Java is needed, or hands over to Spring Boot's loader. Stands at the jar's
 * root, apart from the site's classes, and uses nothing but the JDK.
 */
public final class Launcher {
    /** As {@code java.version} in pom.xml. */
    private static final int NEEDED = 21;

    private static final String LOADER = "org.springframework.boot.loader.launch.JarLauncher";

    private Launcher() {}

    public static void main(String[] arguments) throws Throwable {
        String version = System.getProperty("java.specification.version", "");
        if (feature(version) < NEEDED) {
            System.err.println(
                    "Spaces Lab needs Java "
                            + NEEDED
                            + " or newer, but "
                            + System.getProperty("java.home")
                            + " is Java "
                            + version
                            + ": install one, for instance from https://adoptium.net, and start the"
                            + " site with its bin/java (or set JAVA_HOME and PATH to it).");
            System.exit(1);
        }
        try {
            Class.forName(LOADER)
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    /** 8 of {@code 1.8}, 17 of {@code 17}; 0 of what is neither, which is no Java we know. */
    static int feature(String version) {
        String number = version.startsWith("1.") ? version.substring(2) : version;
        try {
            return Integer.parseInt(number);
        } catch (NumberFormatException unknown) {
            return 0;
        }
    }
}
