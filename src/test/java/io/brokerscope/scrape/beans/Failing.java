package io.brokerscope.scrape.beans;

import java.io.IOException;

public final class Failing implements FailingMBean {
  @Override
  public int getBefore() {
    return 1;
  }

  @Override
  public int getUnchecked() {
    throw new IllegalStateException("unchecked");
  }

  @Override
  public int getChecked() throws IOException {
    throw new IOException("checked");
  }

  @Override
  public int getError() {
    throw new AssertionError("error");
  }

  @Override
  public int getTooDeep() {
    throw new StackOverflowError("too deep");
  }

  @Override
  public int getZlast() {
    return 2;
  }
}
