package io.brokerscope.exposition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The labels of a series, in the order they are written.
 *
 * @param all immutable, each name once
 */
public record Labels(List<Label> all) {
  private static final Labels NONE = new Labels(List.of());

  /** Throws IllegalArgumentException when a name occurs twice. */
  public Labels {
    all = List.copyOf(all);
    Set<String> names = new HashSet<>();
    for (Label label : all) {
      if (!names.add(label.name())) {
        throw new IllegalArgumentException(
            "Label \"" + label.name() + "\" occurs twice in " + all + "; expected each name once.");
      }
    }
  }

  public static Labels none() {
    return NONE;
  }

  /**
   * Labels by names that are legal.
   *
   * @param namesAndValues a name, its value, the next name, and so on
   */
  public static Labels of(String... namesAndValues) {
    Builder labels = builder();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      labels.add(namesAndValues[i], namesAndValues[i + 1]);
    }
    return labels.build();
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Collects labels in order; of two with the same name the first wins. */
  public static final class Builder {
    private final List<Label> all = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    private Builder() {}

    /**
     * Adds a label, unless there is one of that name.
     *
     * @param name a legal name, as {@link Label} expects it
     * @return whether it was added
     */
    public boolean add(String name, String value) {
      Label label = new Label(name, value);
      boolean isNew = names.add(name);
      if (isNew) {
        all.add(label);
      }
      return isNew;
    }

    public Labels build() {
      return all.isEmpty() ? NONE : new Labels(all);
    }
  }
}
