// SPDX-License-Identifier: Apache-2.0
/**
 * What happens before the first request: checks of settings that the configuration itself does not
 * check, and the setup of the log format. It knows neither transports nor apps.
 */
@NullMarked
package io.roadstead.startup;

import org.jspecify.annotations.NullMarked;
