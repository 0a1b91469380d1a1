// SPDX-License-Identifier: Apache-2.0
package io.roadstead.lossless;

import java.util.ArrayList;
import java.util.List;

/** The options of a deploy. */
record Options(boolean adopt, boolean force, boolean validateOnly) {
  /** After the adoption. */
  static final List<Options> PLAIN =
      List.of(
          new Options(false, false, true),
          new Options(false, false, false),
          new Options(false, true, true),
          new Options(false, true, false));

  Options validating() {
    return new Options(adopt, force, true);
  }

  String query() {
    List<String> flags = new ArrayList<>();
    if (adopt) {
      flags.add("adopt=true");
    }
    if (force) {
      flags.add("force=true");
    }
    if (validateOnly) {
      flags.add("validateOnly=true");
    }
    return flags.isEmpty() ? "" : "?" + String.join("&", flags);
  }

  @Override
  public String toString() {
    return "PUT" + query();
  }
}
