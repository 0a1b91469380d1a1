// SPDX-License-Identifier: Apache-2.0
/**
 * The contract, run over REST and over gRPC: each case is written once against {@link
 * io.roadstead.contract.RoadsteadClient} and must mean the same on both.
 */
package io.roadstead.contract;
