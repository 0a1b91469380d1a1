// SPDX-License-Identifier: Apache-2.0
package io.roadstead.contract;

/** A client of Roadstead over one transport; bodies are in the JSON of the contract. */
interface RoadsteadClient extends AutoCloseable {

  Outcome deploy(String namespace, String app, String spec, Options options);

  Outcome update(String namespace, String app, String patch, Options options);

  Outcome stop(String namespace, String app, Options options);

  Outcome start(String namespace, String app, Options options);

  Outcome get(String namespace, String app);

  Outcome list(String namespace, int pageSize, String pageToken, String filter);

  Outcome exposure(String namespace, String app);

  Outcome expose(String namespace, String app, String exposure, Options options);

  Outcome unexpose(String namespace, String app, Options options);

  Outcome scale(String namespace, String app);

  Outcome scale(String namespace, String app, String scale, Options options);

  Outcome status(String namespace, String app);

  Outcome pods(String namespace, String app, int pageSize, String pageToken);

  Outcome delete(String namespace, String app, boolean foreground, Options options);

  Outcome logicalView(String namespace, String app);

  Outcome physicalView(String namespace, String app);

  /** A view as a picture or text, in the field {@code text}. */
  Outcome drawn(String namespace, String app, String view, Format format);

  /** The manifests as YAML, in the field {@code manifests}. */
  Outcome manifests(String namespace, String app);

  Outcome release(String namespace, String app, Options options);

  Outcome cluster();

  Outcome nodes(int pageSize, String pageToken);

  /** How a view is drawn. */
  enum Format {
    SVG,
    MERMAID
  }

  @Override
  void close();

  /** How a write is to be done. */
  record Options(
      String etag, boolean createOnly, boolean validateOnly, boolean force, boolean adopt) {
    static final Options NONE = new Options("", false, false, false, false);
    static final Options CREATE_ONLY = new Options("", true, false, false, false);
    static final Options VALIDATE_ONLY = new Options("", false, true, false, false);
    static final Options FORCE = new Options("", false, false, true, false);
    static final Options ADOPT = new Options("", false, false, false, true);

    static Options etag(String etag) {
      return new Options(etag, false, false, false, false);
    }
  }
}
