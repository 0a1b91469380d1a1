// SPDX-License-Identifier: Apache-2.0
package io.roadstead.realapps;

import io.quarkus.test.junit.QuarkusTest;

/** On the simulated cluster. */
@QuarkusTest
class RealAppsTest extends RealAppsContract {
  @Override
  String table() {
    return "simulated";
  }
}
