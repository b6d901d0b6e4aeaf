package spaceslab.learning;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtSymbolBlock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A function of tensors written as TorchScript text, for what the binding lacks; gradients flow
 * through it. Loaded when first called, thread-safe. The text is one expression in serialised form
 * (integers end in nothing, floats in a dot), for example {@code torch.logsumexp(x, [-1])}.
 */
final class Script {
    private static final String ARCHIVE = "script";

    /** An object of class Function without attributes, in pickle protocol 2. */
    private static final String OBJECT =
            "\u0080\u0002c__torch__\nFunction\n)\u0081}X\u0008\0\0\0training\u0089sb.";

    private static final String NO_CONSTANTS = "\u0080\u0002).";

    private final String[] arguments;
    private final String expression;
    private @Nullable PtSymbolBlock loaded;

    Script(String expression, String... arguments) {
        this.expression = expression;
        this.arguments = arguments.clone();
    }

    Tensor call(Tensor... inputs) {
        NDArray[] arrays = Stream.of(inputs).map(Tensor::array).toArray(NDArray[]::new);
        return TensorScope.innermost().adopt(Engine.call(module(), arrays));
    }

    private synchronized PtSymbolBlock module() {
        PtSymbolBlock module = loaded;
        if (module == null) {
            module = Engine.script(archive());
            loaded = module;
        }
        return module;
    }

    private String code() {
        String tensors =
                Stream.of(arguments).map(a -> a + ": Tensor").collect(Collectors.joining(", "));
        return """
        class Function(Module):
          __parameters__ = []
          __buffers__ = []
          training : bool
          def forward(self: __torch__.Function, %s) -> Tensor:
            return %s
        """
                .formatted(tensors, expression);
    }

    private byte[] archive() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setMethod(ZipOutputStream.STORED);
            store(zip, "data.pkl", OBJECT);
            store(zip, "constants.pkl", NO_CONSTANTS);
            store(zip, "version", "3\n");
            store(zip, "code/__torch__.py", code());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void store(ZipOutputStream zip, String name, String content) throws IOException {
        byte[] data = content.getBytes(StandardCharsets.ISO_8859_1);
        CRC32 crc = new CRC32();
        crc.update(data);
        ZipEntry entry = new ZipEntry(ARCHIVE + "/" + name);
        entry.setSize(data.length);
        entry.setCompressedSize(data.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(data);
        zip.closeEntry();
    }
}
