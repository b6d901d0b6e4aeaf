package spaceslab.essay.transformervq;

import spaceslab.essay.transformervq.attention.LocalBias;
import spaceslab.essay.transformervq.attention.Positions;
import spaceslab.essay.transformervq.attention.PrintedBias;
import spaceslab.essay.transformervq.attention.ReRope;

/** What tells near tokens from far ones. */
enum PositionChoice {
    NONE,
    BIAS,
    RE_ROPE,
    /** A bias where the essay's misprint puts it: beyond the window. */
    AS_PRINTED;

    /**
     * @param window l
     * @param height of the bias at distance 0
     */
    Positions positions(int window, double height) {
        return switch (this) {
            case NONE -> LocalBias.none(window);
            case BIAS -> LocalBias.falling(window, height);
            case RE_ROPE -> new ReRope(window);
            case AS_PRINTED -> new PrintedBias(window, height);
        };
    }
}
