// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.watch;

/**
 * What is kept of an EndpointSlice.
 *
 * @param meta its metadata
 * @param service name of its Service
 * @param addressType IPv4, IPv6 or FQDN
 * @param ready how many of its endpoints get traffic
 * @param notReady how many do not
 */
public record EndpointSliceRecord(
    Meta meta, String service, String addressType, int ready, int notReady)
    implements ObservedObject {}
