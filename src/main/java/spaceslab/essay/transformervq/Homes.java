package spaceslab.essay.transformervq;

import java.util.Arrays;

/**
 * Which keys share a code. A key's home is the code that most of its tokens fall in.
 *
 * @param alone share of keys that are the only one at home in their code
 * @param majority share of keys whose value is the commonest in their home: what an answer by that
 *     one code would get right
 * @param keysAt keys at home in each code, largest first
 * @param used codes that some token fell in
 */
record Homes(double alone, double majority, int[] keysAt, int used) {

    /**
     * @param met tokens of each key in each code, c × M
     * @param kindOf value of each key
     * @param mass tokens of each value in each code, c × kinds
     */
    static Homes of(int[][] met, int[] kindOf, int[][] mass) {
        int[] keysAt = new int[met.length];
        int[] home = new int[kindOf.length];
        for (int m = 0; m < home.length; m++) {
            for (int s = 1; s < met.length; s++) {
                home[m] = met[s][m] > met[home[m]][m] ? s : home[m];
            }
            keysAt[home[m]]++;
        }
        int alone = 0;
        int majority = 0;
        for (int m = 0; m < home.length; m++) {
            int[] here = mass[home[m]];
            alone += keysAt[home[m]] == 1 ? 1 : 0;
            majority += here[kindOf[m]] == Arrays.stream(here).max().orElseThrow() ? 1 : 0;
        }
        int used = (int) Arrays.stream(met).filter(s -> Arrays.stream(s).sum() > 0).count();
        int[] descending = Arrays.stream(keysAt).map(k -> -k).sorted().map(k -> -k).toArray();
        return new Homes(
                (double) alone / home.length, (double) majority / home.length, descending, used);
    }
}
