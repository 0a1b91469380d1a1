// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.status;

import io.roadstead.app.Pod.LastExit;
import io.roadstead.app.Reason;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The messages of all reasons: what is wrong, and what to do. */
final class ReasonMessages {
  private static final int LONGEST_OUTPUT = 200;

  private ReasonMessages() {}

  /**
   * The message of a finding.
   *
   * @param what what is wrong, as a sentence without its full stop
   * @param remedy what to do, as whole sentences; empty when there is nothing to do
   */
  record Words(String what, String remedy) {
    String sentences() {
      return remedy.isEmpty() ? what + "." : what + ". " + remedy;
    }
  }

  // Images.

  static Words pullFailure(Reason reason, String image, String container) {
    String subject = "Image '%s' of container '%s' ".formatted(image, container);
    return switch (reason) {
      case IMAGE_NOT_FOUND ->
          new Words(
              subject + "does not exist in its registry",
              "Check the image's name, tag and platform.");
      case IMAGE_PULL_DENIED ->
          new Words(
              subject + "can't be pulled: the registry denies access",
              "Check the image's name. If the registry is private, name a Secret with its"
                  + " credentials in imagePullSecrets.");
      default ->
          new Words(
              subject + "can't be pulled",
              "Check that the nodes can reach the registry. Kubernetes keeps retrying.");
    };
  }

  static Words invalidImageName(String image, String container) {
    return new Words(
        "Image '%s' of container '%s' is not a valid image name".formatted(image, container),
        "Correct the image's name.");
  }

  // Containers that do not run.

  private static final Pattern MISSING_OBJECT =
      Pattern.compile("(?i)\\b(?<kind>secret|configmap) \"(?<name>[^\"]+)\" not found");

  private static final Pattern MISSING_KEY =
      Pattern.compile(
          "(?i)couldn't find key (?<key>\\S+) in (?<kind>secret|configmap) (?:[^/\\s]+/)?(?<name>\\S+)");

  /**
   * A ConfigMap, Secret or key that does not exist.
   *
   * @param subject what needs it, e.g. {@code Container 'web'}
   * @param words the node's message
   */
  static Words missingConfig(String subject, String words) {
    Matcher object = MISSING_OBJECT.matcher(words);
    if (object.find()) {
      String found = kind(object.group("kind")) + " '" + object.group("name") + "'";
      return new Words(
          "%s can't start: %s does not exist".formatted(subject, found),
          "Create it in the app's namespace, or correct the name.");
    }
    Matcher key = MISSING_KEY.matcher(words);
    if (key.find()) {
      String found = kind(key.group("kind")) + " '" + key.group("name") + "'";
      return new Words(
          "%s can't start: %s has no key '%s'".formatted(subject, found, key.group("key")),
          "Add the key, or correct its name.");
    }
    return new Words(
        "%s can't start, configuration is missing: %s"
            .formatted(subject, Sentences.withoutStop(words)),
        "Create it, or correct the reference.");
  }

  private static String kind(String word) {
    return word.equalsIgnoreCase("secret") ? "Secret" : "ConfigMap";
  }

  static Words notCreated(String container, String words) {
    return new Words(
        "Container '%s' can't be created: %s".formatted(container, Sentences.withoutStop(words)),
        "");
  }

  static Words notStarted(String container, String words) {
    return new Words(
        "Container '%s' can't be started: %s".formatted(container, Sentences.withoutStop(words)),
        "");
  }

  static Words badCommand(String container, @Nullable LastExit exit) {
    String code = exit == null ? "" : " (exit code " + exit.exitCode() + ")";
    return new Words(
        "Container '%s' can't run its command%s".formatted(container, code),
        "Check command and args, and that the image has the program for the nodes' platform.");
  }

  static Words notSetUp(String words) {
    return new Words(
        "The pod can't be set up: " + Sentences.withoutStop(words), "Kubernetes keeps retrying.");
  }

  // Containers that stop.

  static Words outOfMemory(String container) {
    return new Words(
        "Container '%s' was killed because it used more memory than its limit".formatted(container),
        "Raise resources.limits.memory, or make the app use less.");
  }

  static Words killedByProbe(String container, Run run) {
    return new Words(
        "Container '%s' is restarted because its liveness probe fails%s"
            .formatted(container, run.starts()),
        "Check the liveness probe, and how long the app needs to start.");
  }

  static Words crashLoop(String container, @Nullable LastExit exit, Run run) {
    String code = exit == null ? "" : " with exit code " + exit.exitCode();
    String what = "Container '%s' keeps stopping%s%s".formatted(container, code, run.starts());
    String hint =
        exit != null && exit.exitCode() == 0
            ? "It ends without an error, but an app must keep running: check command and args. "
            : "";
    String output = exit == null ? null : exit.message();
    return new Words(
        what,
        hint
            + (output == null || output.isBlank()
                ? "Read its log: " + run.logCommand(container)
                : "Its last output: \"%s\".".formatted(lastLine(output))));
  }

  /**
   * The runs of a container.
   *
   * @param namespace the pod's namespace
   * @param pod the pod's name
   * @param count number of starts of the container
   * @param since when the pod was created
   */
  record Run(String namespace, String pod, int count, Instant since) {
    String starts() {
      return ": %s since %s"
          .formatted(Sentences.count(count, "start"), since.truncatedTo(ChronoUnit.SECONDS));
    }

    String logCommand(String container) {
      return "kubectl logs --namespace %s %s --container %s --previous"
          .formatted(namespace, pod, container);
    }
  }

  private static String lastLine(String output) {
    String[] lines = output.strip().split("\\R");
    String last = lines[lines.length - 1].strip().replaceAll("\\p{Cntrl}", " ");
    return last.length() <= LONGEST_OUTPUT ? last : last.substring(0, LONGEST_OUTPUT) + "…";
  }

  /**
   * A container that runs but is not ready.
   *
   * @param event the message of the probe's event, or null if there is none
   */
  static Words probeFailing(String container, @Nullable String event) {
    String subject = "Container '%s' is running, but ".formatted(container);
    String remedy = "Check the probe's path and port, and how long the app needs to start.";
    if (event == null) {
      return new Words(subject + "is not ready", remedy);
    }
    int end = event.indexOf(" probe failed");
    return new Words(
        end < 0
            ? subject + "its probe fails"
            : subject + "its " + event.substring(0, end).toLowerCase(Locale.ROOT) + " probe fails",
        remedy);
  }

  // Nodes.

  static Words nodeLost(String node) {
    return new Words(
        "Node '%s' does not respond".formatted(node),
        "Kubernetes moves its pods to other nodes after some minutes. Check the node.");
  }

  static Words waitingForNode() {
    return new Words("A node is being added to the cluster", "This usually takes some minutes.");
  }

  // Pods that are not created.

  private static final Pattern REFUSED_PODS = Pattern.compile("^pods \"[^\"]*\" is forbidden: ");
  private static final Pattern ACCOUNT =
      Pattern.compile("service account (?<namespace>[^/\\s]+)/(?<name>[^:\\s]+)");
  private static final Pattern QUOTA =
      Pattern.compile("exceeded quota: (?<name>[^,]+), (?<amounts>requested: .*)");
  private static final Pattern POD_SECURITY =
      Pattern.compile("violates PodSecurity \"(?<level>[^:\"]+)[^\"]*\": (?<details>.*)");
  private static final Pattern WEBHOOK =
      Pattern.compile("admission webhook \"(?<name>[^\"]+)\" denied the request:? ?(?<details>.*)");

  static Words quotaExceeded(String words) {
    Matcher quota = QUOTA.matcher(words);
    String what =
        quota.find()
            ? "Resource quota '%s' leaves no room for more pods: %s"
                .formatted(quota.group("name"), quota.group("amounts").replace(": ", " "))
            : "The namespace's resource quota leaves no room for more pods: " + refused(words);
    return new Words(
        what,
        "Lower the requests or the number of pods, or ask a cluster administrator to raise the"
            + " quota.");
  }

  static Words admissionDenied(String words) {
    Matcher account = ACCOUNT.matcher(words);
    if (words.contains("looking up service account") && account.find()) {
      return new Words(
          "Service account '%s' does not exist in namespace '%s'"
              .formatted(account.group("name"), account.group("namespace")),
          "Create it, or leave serviceAccountName out.");
    }
    Matcher security = POD_SECURITY.matcher(words);
    if (security.find()) {
      return new Words(
          "The namespace's pod security standard '%s' forbids the pods: %s"
              .formatted(security.group("level"), Sentences.withoutStop(security.group("details"))),
          "Change the app to comply, or use a namespace that allows it.");
    }
    Matcher webhook = WEBHOOK.matcher(words);
    if (webhook.find()) {
      return new Words(
          "Admission webhook '%s' rejects the pods: %s"
              .formatted(webhook.group("name"), Sentences.withoutStop(webhook.group("details"))),
          "Change the app so that the policy allows it.");
    }
    return new Words(
        "The cluster does not admit the pods: " + refused(words),
        "Change the app so that the cluster's policies allow it.");
  }

  private static String refused(String words) {
    return Sentences.withoutStop(REFUSED_PODS.matcher(words).replaceFirst(""));
  }

  // Progress.

  static Words deadlineExceeded() {
    return new Words(
        "The rollout made no progress within its deadline",
        "Fix what the other reasons name, and deploy again.");
  }

  static Words missing(boolean former) {
    return new Words(
        former
            ? "Waiting for pods of the previous version to be replaced"
            : "Waiting for pods to be created",
        "");
  }

  static Words stopping(int pods) {
    return new Words(
        Sentences.count(pods, "previous pod") + (pods == 1 ? " is" : " are") + " shutting down",
        "");
  }

  static Words deletion(int ending, int pods) {
    if (pods == 0) {
      return new Words("The app is being deleted; none of its pods is left", "");
    }
    return new Words(
        "The app is being deleted; %s of %s %s shutting down"
            .formatted(ending, Sentences.count(pods, "pod"), ending == 1 ? "is" : "are"),
        "");
  }

  static Words pulling() {
    return new Words("An image is being pulled", "");
  }

  static Words starting(boolean scheduled) {
    return new Words(scheduled ? "Starting" : "Waiting for a node", "");
  }

  static String notYetActedOn() {
    return "The cluster has not yet acted on the latest change.";
  }

  static String serving(long version, int pods) {
    return "Version %d still serves with %s.".formatted(version, Sentences.count(pods, "pod"));
  }
}
