// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.api.protobuf;

import java.nio.ByteBuffer;

/** The primitives of the protobuf encoding; a body that breaks off is an illegal argument. */
final class WireFormat {
  static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int LENGTH_DELIMITED = 2;
  private static final int FIXED32 = 5;

  private WireFormat() {}

  static long varint(ByteBuffer buffer) {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      require(buffer, 1);
      byte next = buffer.get();
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("A number of more than 64 bits");
  }

  /** The content of a length-delimited field. */
  static ByteBuffer bytes(ByteBuffer buffer) {
    long length = varint(buffer);
    require(buffer, length);
    ByteBuffer content = buffer.slice(buffer.position(), (int) length);
    buffer.position(buffer.position() + (int) length);
    return content;
  }

  static byte[] array(ByteBuffer buffer) {
    byte[] array = new byte[buffer.remaining()];
    buffer.get(array);
    return array;
  }

  static void skip(ByteBuffer buffer, int wireType) {
    switch (wireType) {
      case VARINT -> varint(buffer);
      case LENGTH_DELIMITED -> bytes(buffer);
      case FIXED64 -> skipFixed(buffer, Long.BYTES);
      case FIXED32 -> skipFixed(buffer, Integer.BYTES);
      default -> throw new IllegalArgumentException("Not a wire type: " + wireType);
    }
  }

  private static void skipFixed(ByteBuffer buffer, int bytes) {
    require(buffer, bytes);
    buffer.position(buffer.position() + bytes);
  }

  private static void require(ByteBuffer buffer, long bytes) {
    if (bytes < 0 || bytes > buffer.remaining()) {
      throw new IllegalArgumentException("The body breaks off");
    }
  }
}
