// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

import java.util.regex.Pattern;

/** The syntax rules of Kubernetes for names and values; {@link Messages} explains them. */
final class Syntax {
  private static final Pattern DNS_LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");
  private static final Pattern DNS_SUBDOMAIN =
      Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
  private static final Pattern APP_NAME = Pattern.compile("[a-z]([-a-z0-9]{0,61}[a-z0-9])?");
  private static final Pattern PORT_NAME =
      Pattern.compile("(?=.*[a-z])(?!.*--)[a-z0-9]([-a-z0-9]{0,13}[a-z0-9])?");
  private static final Pattern ENV_NAME = Pattern.compile("[-._a-zA-Z][-._a-zA-Z0-9]{0,252}");
  private static final Pattern CONFIG_KEY = Pattern.compile("[-._a-zA-Z0-9]{1,253}");
  private static final Pattern LABEL_NAME =
      Pattern.compile("[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?");
  private static final int LONGEST_SUBDOMAIN = 253;
  static final int HIGHEST_PORT = 65_535;

  private Syntax() {}

  /** RFC 1123 label, at most 63 characters (Kubernetes: "Object Names and IDs"). */
  static boolean isDnsLabel(String value) {
    return DNS_LABEL.matcher(value).matches();
  }

  /** RFC 1035 label: an app's name is also its Service's name. */
  static boolean isAppName(String value) {
    return APP_NAME.matcher(value).matches();
  }

  /** As Kubernetes has it, which limits the whole and not each label. */
  static boolean isDnsSubdomain(String value) {
    return value.length() <= LONGEST_SUBDOMAIN && DNS_SUBDOMAIN.matcher(value).matches();
  }

  /** IANA service name (RFC 6335 section 5.1), in lower case. */
  static boolean isPortName(String value) {
    return PORT_NAME.matcher(value).matches();
  }

  static boolean isPort(int value) {
    return value >= 1 && value <= HIGHEST_PORT;
  }

  static boolean isEnvName(String value) {
    return ENV_NAME.matcher(value).matches();
  }

  static boolean isConfigKey(String value) {
    return CONFIG_KEY.matcher(value).matches() && !value.equals(".") && !value.startsWith("..");
  }

  static boolean isLabelKey(String value) {
    int slash = value.indexOf('/');
    if (slash < 0) {
      return LABEL_NAME.matcher(value).matches();
    }
    return isDnsSubdomain(value.substring(0, slash))
        && LABEL_NAME.matcher(value.substring(slash + 1)).matches();
  }

  static boolean isLabelValue(String value) {
    return value.isEmpty() || LABEL_NAME.matcher(value).matches();
  }
}
