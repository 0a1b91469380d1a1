// SPDX-License-Identifier: Apache-2.0
/**
 * Real apps: manifests with the shapes that public repositories have, written anew, and whether
 * Roadstead deploys and adopts them without a loss.
 *
 * <p>What the contract should say of a manifest is derived here once more, independent of the
 * mapping of the service, so that both have to be wrong in the same way to agree on a mistake.
 */
package io.roadstead.realapps;
