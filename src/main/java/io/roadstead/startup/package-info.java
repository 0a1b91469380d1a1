// SPDX-License-Identifier: Apache-2.0
/**
 * What happens before the first request: settings are checked that the configuration itself does
 * not check, and the log is set up for who reads it. It knows neither transports nor apps.
 */
@NullMarked
package io.roadstead.startup;

import org.jspecify.annotations.NullMarked;
