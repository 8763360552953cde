package io.brokerscope.scrape.beans;

import java.io.IOException;

/** Getters that fail in every way there is, around one that works. */
public interface FailingMBean {
  int getBefore();

  int getUnchecked();

  int getChecked() throws IOException;

  int getError();

  int getTooDeep();

  int getZlast();
}
