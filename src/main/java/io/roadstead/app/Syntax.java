// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

import java.util.regex.Pattern;

/** The syntax rules that Kubernetes puts on names and values, with the words that explain them. */
final class Syntax {
  /** RFC 1123 label, at most 63 characters (Kubernetes: "Object Names and IDs"). */
  static final String DNS_LABEL_RULE =
      "must be 1 to 63 characters of a-z, 0-9 and '-', beginning and ending with a letter or digit";

  /** RFC 1035 label: an app's name is also its Service's name. */
  static final String APP_NAME_RULE =
      "must be 1 to 63 characters of a-z, 0-9 and '-', beginning with a letter and ending with a"
          + " letter or digit";

  static final String DNS_SUBDOMAIN_RULE =
      "must be 1 to 253 characters: labels of a-z, 0-9 and '-', joined by '.'";

  /** IANA service name (RFC 6335 section 5.1), in lower case. */
  static final String PORT_NAME_RULE =
      "must be 1 to 15 characters of a-z, 0-9 and '-', with at least one letter, no '--', and no"
          + " '-' at either end";

  static final String PORT_RULE = "must be a port number from 1 to 65535";

  static final String NODE_PORT_RULE =
      "must be a port number from 1 to 65535 (clusters usually allow 30000 to 32767)";

  static final String ENV_NAME_RULE =
      "must begin with a letter, '_', '-' or '.', followed by letters, digits, '_', '-' or '.'";

  static final String CONFIG_KEY_RULE =
      "must be 1 to 253 characters of letters, digits, '-', '_' and '.'";

  static final String LABEL_KEY_RULE =
      "must be a label key: an optional DNS prefix and '/', then 1 to 63 letters, digits, '-', '_'"
          + " or '.', beginning and ending with a letter or digit";

  static final String LABEL_VALUE_RULE =
      "must be empty or at most 63 letters, digits, '-', '_' or '.', beginning and ending with a"
          + " letter or digit";

  private static final Pattern DNS_LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");
  private static final Pattern APP_NAME = Pattern.compile("[a-z]([-a-z0-9]{0,61}[a-z0-9])?");
  private static final Pattern PORT_NAME =
      Pattern.compile("(?=.*[a-z])(?!.*--)[a-z0-9]([-a-z0-9]{0,13}[a-z0-9])?");
  private static final Pattern ENV_NAME = Pattern.compile("[-._a-zA-Z][-._a-zA-Z0-9]{0,252}");
  private static final Pattern CONFIG_KEY = Pattern.compile("[-._a-zA-Z0-9]{1,253}");
  private static final Pattern LABEL_NAME =
      Pattern.compile("[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?");
  private static final int LONGEST_SUBDOMAIN = 253;
  private static final int HIGHEST_PORT = 65535;

  private Syntax() {}

  static boolean isDnsLabel(String value) {
    return DNS_LABEL.matcher(value).matches();
  }

  static boolean isAppName(String value) {
    return APP_NAME.matcher(value).matches();
  }

  static boolean isDnsSubdomain(String value) {
    if (value.isEmpty() || value.length() > LONGEST_SUBDOMAIN) {
      return false;
    }
    for (String label : value.split("\\.", -1)) {
      if (!isDnsLabel(label)) {
        return false;
      }
    }
    return true;
  }

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
