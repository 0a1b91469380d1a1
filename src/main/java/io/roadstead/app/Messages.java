// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

import io.roadstead.cluster.Protocol;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The error messages of this room. A rule follows a field and its value in one sentence: it says
 * what is wrong with the value, and what to send instead.
 */
public final class Messages {
  /** What to send when something is missing; see {@link Violations#missing}. */
  public static final String CONTAINERS = "at least one container with name and image";

  public static final String CONTAINER_NAME = "the container's name, e.g. \"web\"";
  public static final String IMAGE = "an image, e.g. \"ghcr.io/acme/shop:1.4\"";
  public static final String VARIABLE_NAME = "the variable's name";
  public static final String SECRET_NAME = "the name of a Secret in the app's namespace";
  public static final String CONFIG_NAME = "the name of a ConfigMap in the app's namespace";
  public static final String RESOURCE = "a resource, e.g. limits.memory";
  public static final String KEY = "the name of a key in it";
  public static final String PORT_OF_CONTAINER = "the number or the name of a container port";
  public static final String COMMAND = "the program and its arguments";
  static final String METRIC =
      WholeNumber.TARGET_CPU_PERCENT.phrase() + ", targetMemoryPercent, or metrics";
  public static final String SCALE = "replicas or autoscaling";
  public static final String APP_NAME_FORM = "namespaces/{namespace}/apps/{app}";
  public static final String NAMESPACE_FORM =
      "namespaces/{namespace}, or namespaces/- for every namespace";

  static final String MISSING_CHOICE = "is missing; give one of";
  static final String UNKNOWN_CHOICE = "is not a known value; send one of";

  // Names and other texts.
  static final String DNS_LABEL =
      "must be 1 to 63 characters of a-z, 0-9 and '-', and begin and end with a letter or digit";
  static final String NAMESPACE_OR_ALL = DNS_LABEL + ", or '-' for every namespace";
  static final String APP_NAME =
      "must be 1 to 63 characters of a-z, 0-9 and '-', begin with a letter, and end with a letter"
          + " or digit";
  static final String DNS_SUBDOMAIN =
      "must be 1 to 253 characters: labels of a-z, 0-9 and '-', joined by '.'";
  static final String PORT_NAME =
      "must be 1 to 15 characters of a-z, 0-9 and '-', with at least one letter, no '--', and no"
          + " '-' at either end";
  static final String ENV_NAME =
      "must begin with a letter, '_', '-' or '.', followed by letters, digits, '_', '-' or '.'";
  static final String CONFIG_KEY =
      "must be 1 to 253 characters of letters, digits, '-', '_' and '.'";
  static final String LABEL_KEY =
      "must be a label key: an optional DNS prefix and '/', then 1 to 63 letters, digits, '-', '_'"
          + " or '.', beginning and ending with a letter or digit";
  static final String LABEL_VALUE =
      "must be empty or at most 63 letters, digits, '-', '_' or '.', beginning and ending with a"
          + " letter or digit";
  static final String RESERVED_KEY =
      "has a reserved prefix; use keys outside roadstead.io, kubernetes.io and k8s.io, which"
          + " Roadstead and Kubernetes set, or app.kubernetes.io/version, component or part-of";
  static final String IMAGE_REFERENCE =
      "must be an image reference [registry/]repository[:tag][@digest], with the repository in"
          + " lower case, e.g. ghcr.io/acme/shop:1.4";
  static final String QUANTITY =
      "must be a Kubernetes quantity of zero or more, e.g. 100m, 0.5, 64Mi or 1G";
  static final String RESOURCE_NAME = "is not a resource name; use names such as cpu or memory";
  static final String PORT_REFERENCE =
      "must be a port number from 1 to 65535 or the name of a container port";
  static final String PROBE_PATH = "must begin with '/'";

  static final String CLAIM =
      "the name of a PersistentVolumeClaim in the app's namespace, or the size of one to create";
  static final String CLAIM_SIZE = "must be a Kubernetes quantity above zero, e.g. 10Gi";
  static final String CONFIG = "the name of a ConfigMap in the app's namespace, or files";
  static final String FILE_PATH =
      "must be a relative path of at most 253 characters: letters, digits, '-', '_' and '.', with"
          + " '/' between directories and without '..'";
  static final String NAMESERVERS = "at least one name server, which the policy NONE needs";
  static final String SECCOMP_PROFILE = "the path of the profile, which seccomp LOCALHOST needs";
  static final String APP_ARMOR_PROFILE = "the name of the profile, which appArmor LOCALHOST needs";
  static final String TOLERATION_KEY =
      "the key of the taint, or the operator EXISTS to tolerate every taint";
  // Combinations of fields.
  static final String SAME_VOLUME =
      "is the name of another volume too; give each volume its own name";
  static final String SAME_MOUNT =
      "is the path of another mount too; give each mount of a container its own path";
  static final String NO_SUCH_FILE = "is none of the files; send the name of one of them";
  static final String NO_PROGRESS =
      "leaves no room for an update when maxSurge is 0 too; raise one of them";
  static final String VALUE_OF_ANY =
      "is given with the operator EXISTS, which matches any value; leave one of them out";
  static final String ONLY_INIT =
      "is only allowed in initContainers; the other containers are always restarted";
  static final String ONLY_RESTARTABLE =
      "is only allowed in init containers that keep running; send restartable: true or leave it"
          + " out";
  static final String SAME_CONTAINER_NAME =
      "is the name of another container too; give each container its own name";
  static final String SAME_CONTAINER_PORT_NAME =
      "is the name of another port too; give each port of a container its own name";
  static final String SAME_EXPOSED_NAME =
      "is the name of another port too; give each port of the exposure its own name";
  static final String SAME_VARIABLE =
      "is the name of another variable of this container too; give each name once";
  static final String ONE_SUCCESS =
      "must be 1: Kubernetes allows no other value for startup and liveness probes";
  static final String PORT_NAME_NEEDED = "a name for each port when there are several";

  /** What requests must not contain. */
  public static final String NOT_BOTH_SCALES =
      "is given together with autoscaling; give only one of them";

  private Messages() {}

  public static String missing(String give) {
    return "is missing; give " + give;
  }

  static String empty(String give) {
    return "is empty; give " + give;
  }

  /** A number outside its range. */
  public static String outOfRange(boolean above, String send) {
    return "is too " + (above ? "large" : "small") + "; send " + send;
  }

  static String elements(int sent, int most) {
    return "has %d elements; send at most %d".formatted(sent, most);
  }

  static String characters(int sent, int most) {
    return "has %d characters; send at most %d".formatted(sent, most);
  }

  static String fileIsDirectory(@Nullable String directory) {
    return "is below %s, which is a file too; rename one of them".formatted(directory);
  }

  static String bytesOfFiles(long bytes, int most) {
    return "has %d bytes of names and content; send at most %d".formatted(bytes, most);
  }

  static String togetherWith(String other) {
    return "is given together with %s; give only one of them".formatted(other);
  }

  static String onlyWith(String other) {
    return "is only allowed with %s; leave it out".formatted(other);
  }

  /** A mount of a volume that the app does not have. */
  public static String unknownVolume(Collection<String> volumes) {
    return volumes.isEmpty()
        ? "is not a volume of the app, which has none; add it to volumes"
        : "is not a volume of the app; add it to volumes, or send one of %s"
            .formatted(String.join(", ", volumes));
  }

  /** An amount of bytes in thousandths. */
  public static String thousandths(String sent, String bytes) {
    return "is %s bytes; send %si".formatted(bytes, sent.substring(0, sent.length() - 1) + "M");
  }

  /** Containers without the port to which an exposure leads that stays as it is. */
  public static String lostTarget(int port, String target, Collection<String> declared) {
    return ("do not declare the port \"%s\", to which port %d of the exposure leads, which stays;"
            + " they declare %s. Keep the name of the port, or send the exposure with another"
            + " targetPort")
        .formatted(target, port, declared.isEmpty() ? "none" : String.join(", ", declared));
  }

  static String samePort(Protocol protocol) {
    return "is used for another port too; give each %s port its own number".formatted(protocol);
  }

  static String maxReplicas(int least) {
    return "a number from %d to %d".formatted(Math.max(1, least), Scale.MOST_REPLICAS);
  }

  static String belowMinReplicas(int least) {
    return "is below minReplicas (%d); send a number from %1$d to %d"
        .formatted(least, Scale.MOST_REPLICAS);
  }

  static String aboveLimit(Quantity limit) {
    return "is above its limit, %s; lower it or raise the limit".formatted(limit.text());
  }

  /** A malformed resource name. */
  public static String form(String form) {
    return "must have the form " + form;
  }

  /** A reference to a port by a name that no container has. */
  static String unknownPort(List<ContainerPort> declared) {
    String names =
        declared.stream()
            .map(ContainerPort::name)
            .filter(name -> name != null)
            .distinct()
            .collect(Collectors.joining(", "));
    return names.isEmpty()
        ? "is not a port; the containers name none, so send a number from 1 to 65535"
        : "is not a port; send a number from 1 to 65535 or a name that the containers have (%s)"
            .formatted(names);
  }

  /** An environment variable with no source of its value, or with several. */
  public static String variableSource(String name, List<String> given) {
    return given.isEmpty()
        ? "has no value for variable '%s'; give value, secretRef, configRef, fieldRef or resourceRef"
            .formatted(name)
        : onlyOne(given);
  }

  /** A probe with no action, or with several. */
  public static String probeAction(List<String> given) {
    return given.isEmpty() ? "has no action; give http, tcp, grpc or exec" : onlyOne(given);
  }

  /** Several fields that exclude each other. */
  public static String onlyOne(List<String> given) {
    return "has " + String.join(" and ", given) + "; give only one of them";
  }

  static final String NO_PORT =
      "The app's containers declare no port, and the exposure names none. Give exposure.ports, or"
          + " deploy the app with containers[].ports.";

  static final String OVERLOADED = "Roadstead is busy with other requests. Try again in a moment.";

  static String notFound(AppName name) {
    return "App '%s' does not exist in namespace '%s'.".formatted(name.app(), name.namespace());
  }

  static String notExposed(AppName name) {
    return "App '%s' in namespace '%s' is not exposed.".formatted(name.app(), name.namespace());
  }
}
