package io.brokerscope.bench;

import java.nio.file.Path;

/** A body of our agent in plain text, recorded by the broker benchmark. */
public final class RecordedScrape {
  public static final Path FILE = Benchmarks.FOLDER.resolve("recorded-scrape.txt");

  private RecordedScrape() {}
}
