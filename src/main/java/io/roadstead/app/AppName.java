// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

/**
 * The name of an app: {@code namespaces/{namespace}/apps/{app}}.
 *
 * @param namespace the Kubernetes namespace, an RFC 1123 label
 * @param app the app's name within it, the name of its Deployment: an RFC 1035 label, which its
 *     Service can have too; the Deployment of an adopted app can have any name of a DNS subdomain
 */
public record AppName(String namespace, String app) implements Comparable<AppName> {
  public AppName {
    var violations = new Violations();
    violations.check(Syntax.isDnsLabel(namespace), "namespace", namespace, Messages.DNS_LABEL);
    violations.check(Syntax.isDnsSubdomain(app), "app", app, Messages.DNS_SUBDOMAIN);
    violations.throwIfAny();
  }

  /** INVALID_ARGUMENT when a new app can't have this name. */
  public void requireNewName() {
    var violations = new Violations();
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

  /** Whether a Deployment can have this name. */
  public static boolean isValid(String namespace, String app) {
    return Syntax.isDnsLabel(namespace) && Syntax.isDnsSubdomain(app);
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
