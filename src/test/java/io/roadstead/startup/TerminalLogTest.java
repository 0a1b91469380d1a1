// SPDX-License-Identifier: Apache-2.0
package io.roadstead.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ServiceLoader;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Test;

class TerminalLogTest {
  private static final String JSON = "quarkus.log.console.json.enabled";

  @Test
  void logsLinesAtATerminalAndJsonElsewhere() {
    assertThat(new TerminalLog(true).getValue(JSON)).isEqualTo("false");
    assertThat(new TerminalLog(false).getValue(JSON)).isEqualTo("true");
  }

  @Test
  void isFoundByTheConfigurationAndGivesWayToIt() {
    assertThat(ServiceLoader.load(ConfigSource.class))
        .filteredOn(TerminalLog.class::isInstance)
        .singleElement()
        .satisfies(source -> assertThat(source.getOrdinal()).isLessThan(250));
  }
}
