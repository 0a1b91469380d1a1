// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OwnedFieldsTest {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .configure(com.fasterxml.jackson.core.JsonParser.Feature.ALLOW_SINGLE_QUOTES, true);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'a':1,'b':2} | {'f:a':{}} | {'a':1}",
        "{'a':{'x':1,'y':2}} | {'f:a':{}} | {'a':{'x':1,'y':2}}",
        "{'a':{'x':1,'y':2}} | {'f:a':{'f:x':{}}} | {'a':{'x':1}}",
        "{'a':{'x':1}} | {'f:a':{'.':{}}} | {'a':{}}",
        "{'a':1} | {'f:gone':{}} | {}",
        "{'l':[{'name':'a','v':1,'w':2},{'name':'b','v':3}]}"
            + " | {'f:l':{'k:{\\\"name\\\":\\\"a\\\"}':{'.':{},'f:v':{}}}}"
            + " | {'l':[{'v':1,'name':'a'}]}",
        "{'l':[{'p':80,'q':'TCP','n':1},{'p':80,'q':'UDP','n':2}]}"
            + " | {'f:l':{'k:{\\\"p\\\":80,\\\"q\\\":\\\"UDP\\\"}':{'f:n':{}}}}"
            + " | {'l':[{'n':2,'p':80,'q':'UDP'}]}",
        "{'l':['x','y']} | {'f:l':{'v:\\\"y\\\"':{}}} | {'l':['y']}",
        "{'l':[1,2]} | {'f:l':{}} | {'l':[1,2]}"
      })
  void cutsOutWhatIsOwned(String object, String fields, String part)
      throws JsonProcessingException {
    JsonNode cut = OwnedFields.cut(JSON.readTree(object), JSON.readTree(fields));

    assertThat(cut).isEqualTo(JSON.readTree(part));
  }
}
