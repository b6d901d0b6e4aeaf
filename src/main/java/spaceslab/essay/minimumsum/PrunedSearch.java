package spaceslab.essay.minimumsum;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import spaceslab.experiment.StopSignal;

/**
 * Our own search: the sums p of {@link SumDifferenceSearch} in rising order, ended as soon as p
 * exceeds the best S found. Since S = p + c ≥ p, nothing later can win, so the answer is proven; p
 * = S is still examined, because there may be a tie. N ≤ 5 start at p = 0, where a = 0 wins or
 * ties.
 *
 * <p>The candidates visited are S − ⌊2√N⌋ + 1, on average about 1.2 N^1/6 instead of the bound's 2
 * N^1/4: with c about uniform on [0, 2 N^1/4 √δ] at p = 2√N + δ, the mean of the least δ + c is
 * (3/2)^2/3 Γ(5/3) N^1/6 = 1.183 N^1/6.
 *
 * <p>Long searches split the candidates into fixed ranges that threads of their own take in order.
 * The answer with all its ties, and the number of candidates, depend neither on the number of
 * threads nor on vectors: every candidate that can win is checked exactly.
 */
final class PrunedSearch implements DecompositionSearch {
    private static final BigInteger SMALL = BigInteger.valueOf(5);
    private static final long WARM_UP = 1 << 16;
    private static final long RANGE = 1 << 20;

    /** Up to this best sum the calling thread searches alone. */
    private static final long ALONE = 1 << 21;

    private static final long REPORT_MILLIS = 120;

    private final Supplier<DifferenceScan> scan;
    private final int threads;

    PrunedSearch() {
        this(DifferenceScan::fastest, Runtime.getRuntime().availableProcessors());
    }

    PrunedSearch(Supplier<DifferenceScan> scan, int threads) {
        this.scan = scan;
        this.threads = threads;
    }

    /** The expected number, 1.183 N^1/6 + 2. */
    @Override
    public BigInteger candidates(BigInteger n) {
        return BigInteger.valueOf(2 + (long) (1.183 * Math.pow(n.doubleValue(), 1.0 / 6)));
    }

    @Override
    public SearchResult search(BigInteger n, StopSignal stop) {
        return search(n, stop, progress -> {});
    }

    /**
     * Searches; when stopped, returns the best so far with the bound proven until then.
     *
     * @param observer told about 8 times a second, on the calling thread, by searches that last
     */
    SearchResult search(BigInteger n, StopSignal stop, Consumer<SearchProgress> observer) {
        if (n.compareTo(SMALL) <= 0) {
            return small(n);
        }
        SumLine line = SumLine.of(n);
        Frontier frontier = new Frontier(line);
        BigInteger below = n.shiftLeft(2).sqrt();
        boolean square = below.equals(line.first());
        if (!square) {
            offerBelow(n, below, frontier);
        }
        // a best so far even for a search that is stopped at once
        frontier.offer(0, line.residual(1).remainder(0));
        BlockSearch first = new BlockSearch(line, frontier, scan.get(), stop);
        work(first, frontier, WARM_UP, WARM_UP);
        if (frontier.least() < ALONE || Math.pow(n.doubleValue(), 1.0 / 6) < ALONE / 8) {
            work(first, frontier, RANGE, Long.MAX_VALUE);
        } else {
            together(line, frontier, stop, observer);
        }
        SearchProgress end = frontier.progress();
        long visited = Math.min(frontier.examined(), frontier.least() + 1) + (square ? 0 : 1);
        return new SearchResult(end.best(), visited, end.lowerBound());
    }

    /** p = ⌊2√N⌋ with q = p mod 2: the best of all p &lt; 2√N once N &gt; 5. */
    private static void offerBelow(BigInteger n, BigInteger p, Frontier frontier) {
        BigInteger c = Decomposition.ofSumAndDifference(n, p, p.and(BigInteger.ONE)).c();
        if (c.bitLength() < 61) {
            frontier.offer(-1, c.longValueExact());
        }
    }

    private static SearchResult small(BigInteger n) {
        BestFound best = new BestFound();
        long p = 0;
        do {
            best.offer(Decomposition.ofSum(n, BigInteger.valueOf(p++)));
        } while (BigInteger.valueOf(p).compareTo(best.list().getFirst().sum()) <= 0);
        return new SearchResult(best.list(), p, best.list().getFirst().sum());
    }

    /** Takes ranges until none is left, the search is stopped, or {@code limit} is reached. */
    private static void work(BlockSearch worker, Frontier frontier, long size, long limit) {
        long from = 0;
        while (from + size <= limit && (from = frontier.claim(size)) >= 0) {
            if (!worker.search(from, from + size)) {
                return;
            }
            frontier.done(from, from + size);
            from += size;
        }
    }

    private void together(
            SumLine line, Frontier frontier, StopSignal stop, Consumer<SearchProgress> observer) {
        AtomicBoolean abandoned = new AtomicBoolean();
        StopSignal either =
                () -> abandoned.get() ? Optional.of(StopSignal.Reason.SHUTDOWN) : stop.reason();
        ExecutorService pool =
                Executors.newFixedThreadPool(
                        threads, Thread.ofPlatform().daemon().name("minimum-sum-", 0).factory());
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                BlockSearch worker = new BlockSearch(line, frontier, scan.get(), either);
                running.add(pool.submit(() -> work(worker, frontier, RANGE, Long.MAX_VALUE)));
            }
            for (Future<?> worker : running) {
                while (!ended(worker)) {
                    observer.accept(frontier.progress());
                }
            }
        } finally {
            abandoned.set(true);
            pool.shutdown();
        }
    }

    private static boolean ended(Future<?> worker) {
        try {
            worker.get(REPORT_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException running) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StopSignal.Stopped(StopSignal.Reason.SHUTDOWN);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
