// SPDX-License-Identifier: Apache-2.0
package io.roadstead.openapi;

/** The direction of a message: requests are read strictly, responses may gain fields. */
enum Direction {
  REQUEST,
  ANSWER
}
