// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

/**
 * The name of an app: {@code namespaces/{namespace}/apps/{app}}.
 *
 * @param namespace the Kubernetes namespace, an RFC 1123 label
 * @param app the app's name within it, an RFC 1035 label; its Deployment and Service have the same
 *     name
 */
public record AppName(String namespace, String app) implements Comparable<AppName> {
  public AppName {
    var violations = new Violations();
    violations.check(Syntax.isDnsLabel(namespace), "namespace", namespace, Messages.DNS_LABEL);
    violations.check(Syntax.isAppName(app), "app", app, Messages.APP_NAME);
    violations.throwIfAny();
  }

  /** Reads a resource name. */
  public static AppName parse(String resourceName) {
    String[] parts = resourceName.split("/", -1);
    if (parts.length != 4 || !parts[0].equals("namespaces") || !parts[2].equals("apps")) {
      throw AppException.invalid("name", resourceName, Messages.form(Messages.APP_NAME_FORM));
    }
    return new AppName(parts[1], parts[3]);
  }

  /** Whether an app can have this name; Kubernetes also allows other names for Deployments. */
  public static boolean isValid(String namespace, String app) {
    return Syntax.isDnsLabel(namespace) && Syntax.isAppName(app);
  }

  /** The order of lists: by namespace, then by app. */
  @Override
  public int compareTo(AppName other) {
    int byNamespace = namespace.compareTo(other.namespace);
    return byNamespace != 0 ? byNamespace : app.compareTo(other.app);
  }

  @Override
  public String toString() {
    return "namespaces/" + namespace + "/apps/" + app;
  }
}
