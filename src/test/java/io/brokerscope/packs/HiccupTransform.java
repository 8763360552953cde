package io.brokerscope.packs;

import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.ConnectRecord;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.transforms.Transformation;

/** Leaves records as they are, but now and then only at the second try: Connect counts retries. */
public final class HiccupTransform<R extends ConnectRecord<R>> implements Transformation<R> {
  private static final int CALLS_A_HICCUP = 20;

  private int calls;

  @Override
  public R apply(R record) {
    calls++;
    if (calls % CALLS_A_HICCUP == 0) {
      throw new RetriableException("a hiccup, as ordered");
    }
    return record;
  }

  @Override
  public ConfigDef config() {
    return new ConfigDef();
  }

  @Override
  public void configure(Map<String, ?> settings) {
    // There is nothing to set.
  }

  @Override
  public void close() {
    // There is nothing to release.
  }
}
