package io.brokerscope.http;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The server's threads: daemons, few, made when needed and gone when idle. A request holds its
 * thread while a slow client reads, so there are more of them than Prometheus servers; what comes
 * when all are held waits in a short queue, and beyond that its connection is closed.
 */
final class HttpThreads implements ThreadFactory {
  static final int MAXIMUM = 16;
  private static final int QUEUED_REQUESTS = 64;
  private static final int IDLE_SECONDS = 60;

  private final AtomicInteger count = new AtomicInteger();

  static ExecutorService newPool() {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            MAXIMUM,
            MAXIMUM,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(QUEUED_REQUESTS),
            new HttpThreads());
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  @Override
  public Thread newThread(Runnable work) {
    Thread thread = new Thread(work, "brokerscope-http-" + count.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }
}
