// SPDX-License-Identifier: Apache-2.0
package io.roadstead.wire;

import io.roadstead.cluster.Address;
import io.roadstead.cluster.ExposureStatus;
import io.roadstead.v1.Audience;
import io.roadstead.v1.ExposureState;
import io.roadstead.v1.ExposureType;
import io.roadstead.v1.Grade;
import io.roadstead.v1.OtherExposure;
import io.roadstead.v1.Rung;

/** Maps exposures to messages. */
final class ExposureToProto {
  private ExposureToProto() {}

  static io.roadstead.v1.ExposureStatus toProto(ExposureStatus status) {
    var builder =
        io.roadstead.v1.ExposureStatus.newBuilder()
            .setState(ExposureState.valueOf("EXPOSURE_STATE_" + status.state().name()))
            .setMessage(status.message());
    Fields.set(
        status.type(),
        type -> builder.setType(ExposureType.valueOf("EXPOSURE_TYPE_" + type.name())));
    Fields.set(status.rung(), rung -> builder.setRung(toProto(rung)));
    Fields.set(status.remedy(), builder::setRemedy);
    status.addresses().forEach(address -> builder.addAddresses(toProto(address)));
    Fields.set(status.service(), builder::setService);
    status.others().forEach(other -> builder.addOthers(toProto(other)));
    return builder.build();
  }

  private static OtherExposure toProto(ExposureStatus.Other other) {
    var builder =
        OtherExposure.newBuilder()
            .setService(other.service())
            .setType(ExposureType.valueOf("EXPOSURE_TYPE_" + other.type().name()))
            .setState(ExposureState.valueOf("EXPOSURE_STATE_" + other.state().name()))
            .setMessage(other.message());
    other.addresses().forEach(address -> builder.addAddresses(toProto(address)));
    return builder.build();
  }

  private static io.roadstead.v1.Address toProto(Address address) {
    var builder =
        io.roadstead.v1.Address.newBuilder()
            .setUrl(address.url())
            .setScheme(address.scheme())
            .setHost(address.host())
            .setPort(address.port())
            .setAudience(Audience.valueOf("AUDIENCE_" + address.audience().name()))
            .setGrade(Grade.valueOf("GRADE_" + address.grade().name()))
            .setRung(toProto(address.rung()))
            .setWhy(address.why());
    Fields.set(address.portName(), builder::setPortName);
    Fields.set(address.remedy(), builder::setRemedy);
    return builder.build();
  }

  private static Rung toProto(Address.Rung rung) {
    return Rung.valueOf("RUNG_" + rung.name());
  }
}
