package wronghouse.essay.one;

import org.springframework.stereotype.Component;
import wronghouse.chart.Picture;
import wronghouse.essay.two.Other;

/** An algorithm that is a bean, draws, imports another essay, prints and rolls unseeded dice. */
@Component
public class Algorithm {
    /** Everything that is forbidden at once. */
    public double roll(Other other, Picture picture) {
        System.out.println(other + " " + picture);
        return Math.random();
    }
}
