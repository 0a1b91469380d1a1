// SPDX-License-Identifier: Apache-2.0
package io.roadstead.contract;

import io.quarkus.test.junit.QuarkusTest;

/** On the simulated cluster. */
@QuarkusTest
class WarningsTest extends WarningsContract {}
