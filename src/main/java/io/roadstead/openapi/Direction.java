// SPDX-License-Identifier: Apache-2.0
package io.roadstead.openapi;

/** Which way a message goes: requests are read strictly, answers may grow. */
enum Direction {
  REQUEST,
  ANSWER
}
