// SPDX-License-Identifier: Apache-2.0
package io.roadstead.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.FieldMask;
import io.roadstead.app.AppException;
import io.roadstead.v1.AppSpec;
import io.roadstead.v1.Container;
import io.roadstead.v1.EnvVar;
import io.roadstead.v1.UpdateAppRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MergePatchTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "{'replicas':2}; {'replicas':3}; {'replicas':3}",
        "{'replicas':2}; {'autoscaling':{'maxReplicas':4}}; {'autoscaling':{'maxReplicas':4}}",
        "{'labels':{'a':'1','b':'2'}}; {'labels':{'a':null,'c':'3'}}; {'labels':{'b':'2','c':'3'}}",
        "{'labels':{'a':'1'}}; {'labels':null}; {}",
        "{'imagePullSecrets':['a','b']}; {'imagePullSecrets':['c']}; {'imagePullSecrets':['c']}",
        "{'volumes':[{'name':'a'}]}; {'volumes':[]}; {'volumes':[]}",
        "{'volumes':[{'name':'a','empty':{}}]}; {'volumes':[{'name':'a','claim':{'name':'c'}}]};"
            + " {'volumes':[{'name':'a','claim':{'name':'c'}}]}",
        "{'volumes':[{'name':'a','empty':{}},{'name':'b'}]}; {'volumes':[{'name':'a','empty':null}]};"
            + " {'volumes':[{'name':'b'}]}",
        "{'containers':[{'name':'a','image':'x:1'}]}; {'containers':[{'name':'a','image':'x:2'}]};"
            + " {'containers':[{'name':'a','image':'x:2'}]}",
        "{'containers':[{'name':'a','image':'x:1'}]}; {'containers':[{'name':'b','image':'y'}]};"
            + " {'containers':[{'name':'a','image':'x:1'},{'name':'b','image':'y'}]}",
        "{'containers':[{'name':'a','image':'x'},{'name':'b','image':'y'}]};"
            + " {'containers':[{'name':'a','image':null}]}; {'containers':[{'name':'b','image':'y'}]}",
        "{'containers':[{'name':'a','image':'x'}]}; {'containers':[{'name':'b','image':null}]};"
            + " {'containers':[{'name':'a','image':'x'}]}",
        "{'containers':[{'name':'a','livenessProbe':{'http':{'port':'1'},'periodSeconds':5}}]};"
            + " {'containers':[{'name':'a','livenessProbe':{'tcp':{'port':'2'}}}]};"
            + " {'containers':[{'name':'a','livenessProbe':{'periodSeconds':5,'tcp':{'port':'2'}}}]}",
        "{'containers':[{'name':'a','livenessProbe':{'tcp':{'port':'2'}}}]};"
            + " {'containers':[{'name':'a','livenessProbe':null}]}; {'containers':[{'name':'a'}]}",
        "{'containers':[{'name':'a','env':[{'name':'X','secretRef':{'name':'s'}}]}]};"
            + " {'containers':[{'name':'a','env':[{'name':'X','value':null}]}]};"
            + " {'containers':[{'name':'a','env':[{'name':'X','secretRef':{'name':'s'}}]}]}",
        "{'containers':[{'name':'a','ports':[{'name':'h','port':80},{'port':53,'protocol':'UDP'}]}]};"
            + " {'containers':[{'name':'a','ports':[{'name':'h','port':81},{'name':'d','port':53,'protocol':'UDP'}]}]};"
            + " {'containers':[{'name':'a','ports':[{'name':'h','port':81},{'port':53,'protocol':'UDP','name':'d'}]}]}",
        "{'containers':[{'name':'a','volumeMounts':[{'path':'/d','volume':'v'}]}]};"
            + " {'containers':[{'name':'a','volumeMounts':[{'path':'/d','volume':null}]}]};"
            + " {'containers':[{'name':'a','volumeMounts':[]}]}",
        "{}; {'security':{'runAsUser':null}}; {}",
        "{}; {'nothing':null}; {'nothing':null}"
      })
  void merges(String found, String sent, String expected) throws Exception {
    assertThat(MergePatch.merge(AppSpec.getDescriptor(), tree(found), tree(sent)))
        .isEqualTo(tree(expected));
  }

  @Test
  void namesWhatIsSetWhenTheMaskIsEmpty() throws Exception {
    assertThat(patch()).isEqualTo(tree("{'containers':[{'name':'a','image':'x:2'}]}"));
  }

  @Test
  void namesWhatIsNotSetAsNull() throws Exception {
    assertThat(patch("replicas", "labels.`a.b/c`", "containers.env.value"))
        .isEqualTo(tree("{'replicas':null,'labels':{'a.b/c':null},'containers':[{'name':'a'}]}"));
    assertThat(patch("volumes.empty")).isEqualTo(tree("{}"));
  }

  @Test
  void removesTheElementWhoseSourceTheMaskNames() throws Exception {
    var spec =
        AppSpec.newBuilder()
            .addContainers(
                Container.newBuilder().setName("a").addEnv(EnvVar.newBuilder().setName("X")))
            .build();
    assertThat(patch(spec, "containers.env.value"))
        .isEqualTo(tree("{'containers':[{'name':'a','env':[{'name':'X','value':null}]}]}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nothing",
        "containers.nothing",
        "replicas.x",
        "labels.a.b",
        "containers.args.x",
        ""
      })
  void refusesPathsThatNameNoField(String path) {
    assertThatThrownBy(() -> patch(path))
        .isInstanceOfSatisfying(
            AppException.class,
            e -> {
              assertThat(e.details().violations().get(0).field()).isEqualTo("updateMask");
              assertThat(String.valueOf(e.details().violations())).contains(path);
            });
  }

  private static ObjectNode patch(String... paths) {
    return patch(
        AppSpec.newBuilder()
            .addContainers(Container.newBuilder().setName("a").setImage("x:2"))
            .build(),
        paths);
  }

  private static ObjectNode patch(AppSpec spec, String... paths) {
    var request =
        UpdateAppRequest.newBuilder()
            .setSpec(spec)
            .setUpdateMask(FieldMask.newBuilder().addAllPaths(List.of(paths)))
            .build();
    return ((SpecPatch) SpecPatch.fromProto(request)).patch();
  }

  private static ObjectNode tree(String json) throws Exception {
    return (ObjectNode) JSON.readTree(json.replace('\'', '"'));
  }
}
