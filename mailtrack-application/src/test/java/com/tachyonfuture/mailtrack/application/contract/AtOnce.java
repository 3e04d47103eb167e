package com.tachyonfuture.mailtrack.application.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** The same from many threads, begun at the same moment. */
final class AtOnce {

    private AtOnce() {}

    /**
     * What came of it, in the order of the numbers.
     *
     * @param work by the number of its thread
     */
    static <T> List<T> run(int threads, IntFunction<T> work) throws Exception {
        var start = new CyclicBarrier(threads);
        List<Callable<T>> calls = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int number = i;
            calls.add(() -> {
                start.await();
                return work.apply(number);
            });
        }
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            var results = new ArrayList<T>();
            for (Future<T> call : pool.invokeAll(calls)) {
                results.add(call.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
