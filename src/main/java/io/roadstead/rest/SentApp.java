// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest;

import io.roadstead.app.App;
import io.roadstead.app.AppException;
import io.roadstead.app.AppName;
import io.roadstead.app.WriteOptions;
import java.util.function.Supplier;

/** What an app that was read and sent back says besides its spec: which app it is. */
final class SentApp {
  private SentApp() {}

  /** The options of the write: the etag of the app counts unless the request has its own. */
  static WriteOptions options(io.roadstead.v1.App sent, WriteOptions options) {
    return sent.getEtag().isEmpty() || options.etag() != null
        ? options
        : new WriteOptions(
            sent.getEtag(),
            options.createOnly(),
            options.validateOnly(),
            options.force(),
            options.adopt());
  }

  /** INVALID_ARGUMENT when it is another app, or one that was deleted and created again. */
  static void requireSame(io.roadstead.v1.App sent, AppName name, Supplier<App> found) {
    if (!sent.getName().isEmpty() && !sent.getName().equals(name.toString())) {
      throw AppException.invalid("name", sent.getName(), RestMessages.otherApp(name));
    }
    if (!sent.getUid().isEmpty() && !sent.getUid().equals(found.get().uid())) {
      throw AppException.invalid("uid", sent.getUid(), RestMessages.OTHER_UID);
    }
  }
}
