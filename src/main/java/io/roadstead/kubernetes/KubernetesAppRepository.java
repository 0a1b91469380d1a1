// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes;

import io.roadstead.app.App;
import io.roadstead.app.AppName;
import io.roadstead.app.AppQuery;
import io.roadstead.app.AppRepository;
import io.roadstead.app.AppSpec;
import io.roadstead.app.Caller;
import io.roadstead.app.DeleteResult;
import io.roadstead.app.Exposure;
import io.roadstead.app.LogicalView;
import io.roadstead.app.PageRequest;
import io.roadstead.app.PhysicalView;
import io.roadstead.app.ReleaseResult;
import io.roadstead.app.Scale;
import io.roadstead.app.SpecChange;
import io.roadstead.app.WriteOptions;
import io.roadstead.app.WriteResult;
import io.roadstead.kubernetes.write.AppWriter;
import io.roadstead.kubernetes.write.ManifestReader;
import io.roadstead.kubernetes.write.Written;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The apps of a Kubernetes cluster: reads from the watched cache, writes to the API server. */
@ApplicationScoped
public class KubernetesAppRepository implements AppRepository {
  private final AppReader reader;
  private final AppWriter writer;
  private final ManifestReader manifests;
  private final Namespaces namespaces;

  KubernetesAppRepository(
      AppReader reader, AppWriter writer, ManifestReader manifests, Namespaces namespaces) {
    this.reader = reader;
    this.writer = writer;
    this.manifests = manifests;
    this.namespaces = namespaces;
  }

  @Override
  public Optional<App> find(Caller caller, AppName name) {
    return reader.find(name);
  }

  @Override
  public App.Page list(Caller caller, AppQuery query) {
    App.Page page = reader.list(query);
    String namespace = query.namespace();
    boolean mayBeMissing = page.apps().isEmpty() && query.page().token() == null;
    if (namespace != null && mayBeMissing && !page.freshness().stale()) {
      namespaces.requireUnlessUnknown(caller, namespace);
    }
    return page;
  }

  @Override
  public App.PodPage pods(Caller caller, AppName name, PageRequest page) {
    return reader.pods(name, page);
  }

  @Override
  public LogicalView logicalView(Caller caller, AppName name) {
    return reader.logicalView(name);
  }

  @Override
  public PhysicalView physicalView(Caller caller, AppName name) {
    return reader.physicalView(name);
  }

  @Override
  public String manifests(Caller caller, AppName name) {
    return manifests.read(caller, name);
  }

  @Override
  public WriteResult deploy(Caller caller, AppName name, AppSpec spec, WriteOptions options) {
    return result(writer.deploy(caller, name, spec, options));
  }

  @Override
  public WriteResult update(Caller caller, AppName name, SpecChange change, WriteOptions options) {
    return result(writer.update(caller, name, change, options));
  }

  @Override
  public WriteResult expose(Caller caller, AppName name, Exposure exposure, WriteOptions options) {
    return result(writer.expose(caller, name, exposure, options));
  }

  @Override
  public WriteResult unexpose(Caller caller, AppName name, WriteOptions options) {
    return result(writer.unexpose(caller, name, options));
  }

  @Override
  public WriteResult scale(Caller caller, AppName name, Scale scale, WriteOptions options) {
    return result(writer.scale(caller, name, scale, options));
  }

  @Override
  public WriteResult stop(Caller caller, AppName name, WriteOptions options) {
    return result(writer.stop(caller, name, options));
  }

  @Override
  public WriteResult start(Caller caller, AppName name, WriteOptions options) {
    return result(writer.start(caller, name, options));
  }

  @Override
  public ReleaseResult release(Caller caller, AppName name, WriteOptions options) {
    return writer.release(caller, name, options);
  }

  @Override
  public DeleteResult delete(
      Caller caller, AppName name, boolean foreground, WriteOptions options) {
    return writer.delete(caller, name, foreground, options);
  }

  private WriteResult result(Written written) {
    return new WriteResult(
        reader.toApp(written.app()), written.created(), written.objects(), written.warnings());
  }
}
