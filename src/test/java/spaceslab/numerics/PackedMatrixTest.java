package spaceslab.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import spaceslab.experiment.Seeds;

class PackedMatrixTest {
    @Test
    void bothKernelsGiveTheSumsInOrderWhateverTheSizes() {
        SplittableRandom random = Seeds.stream("packed");
        for (int trial = 0; trial < 40; trial++) {
            int rows = random.nextInt(1, 12);
            int inner = random.nextInt(1, 40);
            int columns = random.nextInt(1, 60);
            double[] a = random.doubles((long) rows * inner, -1, 1).toArray();
            double[] b = random.doubles((long) inner * columns, -1, 1).toArray();
            for (int i = 0; i < a.length; i++) {
                a[i] = random.nextInt(3) == 0 ? a[i] : 0;
            }
            double[] expected = new double[rows * columns];
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < columns; j++) {
                    for (int k = 0; k < inner; k++) {
                        expected[i * columns + j] =
                                Math.fma(
                                        a[i * inner + k],
                                        b[k * columns + j],
                                        expected[i * columns + j]);
                    }
                }
            }
            for (PanelKernel kernel :
                    new PanelKernel[] {new ScalarPanelKernel(), PanelKernel.fastest()}) {
                PackedMatrix packed = new PackedMatrix(kernel, inner, columns, b);
                double[] dense = new double[rows * columns];
                packed.multiply(a, 0, rows, dense);
                assertThat(dense).containsExactly(expected);
                double[] sparse = new double[rows * columns];
                int cut = random.nextInt(rows + 1);
                packed.multiplySparse(a, 0, cut, sparse);
                packed.multiplySparse(a, cut, rows, sparse);
                assertThat(sparse).containsExactly(expected);
            }
        }
    }

    @Test
    void aWrongSizeIsRefused() {
        assertThatThrownBy(() -> new PackedMatrix(2, 3, new double[5]))
                .hasMessageContaining("5 numbers for 2 × 3");
    }
}
