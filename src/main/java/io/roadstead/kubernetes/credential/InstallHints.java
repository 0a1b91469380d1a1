// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.credential;

import java.util.List;
import java.util.Map;

/** How to get the credential plugins that clusters' own tools write into kubeconfigs. */
final class InstallHints {
  private static final String AZURE_KUBELOGIN = "az aks install-cli";
  private static final Map<String, String> HINTS =
      Map.of(
          "gke-gcloud-auth-plugin",
          "Install it: gcloud components install gke-gcloud-auth-plugin"
              + " (https://cloud.google.com/kubernetes-engine/docs/how-to/cluster-access-for-kubectl#install_plugin).",
          "aws",
          "Install the AWS CLI:"
              + " https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html.",
          "aws-iam-authenticator",
          "Install it from https://github.com/kubernetes-sigs/aws-iam-authenticator/releases, or let"
              + " the AWS CLI write the kubeconfig again: aws eks update-kubeconfig --name NAME.",
          "kubelogin",
          "Install the OpenID Connect plugin: https://github.com/int128/kubelogin.",
          "ack-ram-tool",
          "Install it from https://github.com/AliyunContainerService/ack-ram-tool/releases.",
          "oci",
          "Install the OCI CLI:"
              + " https://docs.oracle.com/en-us/iaas/Content/API/SDKDocs/cliinstall.htm.",
          "doctl",
          "Install it: https://docs.digitalocean.com/reference/doctl/how-to/install/.");

  private InstallHints() {}

  /** A sentence for {@code command}, which may be a path. */
  static String hint(String command, List<String> args) {
    String name = command.replaceFirst("^.*[/\\\\]", "").replaceFirst("\\.exe$", "");
    if (isAzure(name, args)) {
      return "Install Azure's kubelogin: "
          + AZURE_KUBELOGIN
          + " (https://azure.github.io/kubelogin/).";
    }
    return HINTS.getOrDefault(
        name, "Install it, or use a kubeconfig with another way to authenticate.");
  }

  /** What to do about a plugin that asks people; empty when there is nothing special to say. */
  static String withoutPeople(String command, List<String> args) {
    return isAzure(command.replaceFirst("^.*[/\\\\]", ""), args)
        ? " For example: kubelogin convert-kubeconfig -l azurecli."
        : "";
  }

  /** Two programs have this name: only Azure's is told a server. */
  private static boolean isAzure(String name, List<String> args) {
    return name.equals("kubelogin") && args.contains("--server-id");
  }
}
