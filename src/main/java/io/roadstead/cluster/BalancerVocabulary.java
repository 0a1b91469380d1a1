// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The conventions between Services and the controllers that provide their load balancers: the
 * finalizers and events of a controller, and the annotations and classes by which a Service says
 * where to place its load balancer.
 */
public final class BalancerVocabulary {
  /** No conventions of its own. */
  static final BalancerVocabulary NONE = builder().build();

  /** The service controller of Kubernetes, on which the controllers of most clouds are based. */
  private static final BalancerVocabulary SERVICE_CONTROLLER =
      builder()
          .finalizers("service.kubernetes.io/load-balancer-cleanup")
          .progress("EnsuringLoadBalancer")
          .successes("EnsuredLoadBalancer", "UpdatedLoadBalancer")
          .failures(
              "SyncLoadBalancerFailed",
              "UpdateLoadBalancerFailed",
              "UnAvailableLoadBalancer",
              "CreatingLoadBalancerFailed")
          .build();

  private final Set<String> finalizers;
  private final Map<String, Meaning> reasons;
  private final Map<String, String> sources;
  private final Set<String> creations;
  private final Set<String> busyPhrases;
  private final Map<String, String> internal;
  private final Set<String> internalClasses;
  private final Map<String, Set<String>> internalTypes;
  private final Map<String, String> external;
  private final Set<String> internalHosts;

  private BalancerVocabulary(Builder builder) {
    finalizers = Set.copyOf(builder.finalizers);
    reasons = Map.copyOf(builder.reasons);
    sources = Map.copyOf(builder.sources);
    creations = Set.copyOf(builder.creations);
    busyPhrases = Set.copyOf(builder.busyPhrases);
    internal = Map.copyOf(builder.internal);
    internalClasses = Set.copyOf(builder.internalClasses);
    internalTypes = Map.copyOf(builder.internalTypes);
    external = Map.copyOf(builder.external);
    internalHosts = Set.copyOf(builder.internalHosts);
  }

  /** The meaning of an event; the values are mutually exclusive. */
  enum Meaning {
    WORKING,
    DONE,
    FAILED,
    OTHER
  }

  /**
   * The vocabulary of all systems and add-ons: a cluster of one system may run controllers of
   * others, e.g. those of the cloud that provides the machines.
   */
  public static BalancerVocabulary ofAll() {
    return All.VOCABULARY;
  }

  /** Starts an empty vocabulary. */
  public static Builder builder() {
    return new Builder();
  }

  /** Whether a controller holds a Service by a finalizer while it works on its load balancer. */
  public boolean hasFinalizer(String finalizer) {
    return finalizers.contains(finalizer);
  }

  /** Whether an annotation says where to place a load balancer. */
  public boolean hasAnnotation(String key) {
    return internal.containsKey(key) || internalTypes.containsKey(key) || external.containsKey(key);
  }

  /** Whether only the cloud's own network can reach a load balancer, judged by its host name. */
  boolean isInternalHost(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return internalHosts.stream().anyMatch(name::startsWith);
  }

  /** Whether only the cloud's own network can reach the load balancer that a Service requests. */
  boolean isInternal(@Nullable String balancerClass, Map<String, String> annotations) {
    boolean byDefault =
        (balancerClass != null && internalClasses.contains(balancerClass))
            || internalTypes.entrySet().stream()
                .anyMatch(
                    type -> type.getValue().contains(annotations.getOrDefault(type.getKey(), "")));
    if (byDefault) {
      return external.entrySet().stream()
          .noneMatch(entry -> entry.getValue().equals(annotations.get(entry.getKey())));
    }
    return annotations.entrySet().stream()
        .anyMatch(entry -> entry.getValue().equalsIgnoreCase(internal.get(entry.getKey())));
  }

  Meaning meaning(String reason, String source, String message) {
    Meaning meaning = reasons.getOrDefault(reason, Meaning.OTHER);
    if (!source.startsWith(sources.getOrDefault(reason, ""))) {
      return Meaning.OTHER;
    }
    return meaning == Meaning.FAILED && saysBusy(message) ? Meaning.WORKING : meaning;
  }

  /**
   * Whether the load balancer is still being created; one that is changed later continues to serve.
   */
  boolean isBusyCreation(String reason, String message) {
    return creations.contains(reason) && saysBusy(message);
  }

  private boolean saysBusy(String message) {
    return busyPhrases.stream().anyMatch(message::contains);
  }

  /** Initialized lazily: the systems consist of vocabularies themselves. */
  private static final class All {
    static final BalancerVocabulary VOCABULARY = merge();

    private static BalancerVocabulary merge() {
      Builder all = builder().and(SERVICE_CONTROLLER);
      for (ClusterSystem system : ClusterSystem.values()) {
        all.and(system.knowledge().balancerVocabulary());
      }
      for (BalancerAddOn addOn : BalancerAddOn.values()) {
        all.and(addOn.vocabulary());
      }
      return all.build();
    }
  }

  /** Builds a vocabulary. */
  public static final class Builder {
    private final Set<String> finalizers = new HashSet<>();
    private final Map<String, Meaning> reasons = new HashMap<>();
    private final Map<String, String> sources = new HashMap<>();
    private final Set<String> creations = new HashSet<>();
    private final Set<String> busyPhrases = new HashSet<>();
    private final Map<String, String> internal = new HashMap<>();
    private final Set<String> internalClasses = new HashSet<>();
    private final Map<String, Set<String>> internalTypes = new HashMap<>();
    private final Map<String, String> external = new HashMap<>();
    private final Set<String> internalHosts = new HashSet<>();

    private Builder() {}

    /** The finalizers by which the controller holds a Service that it works on. */
    public Builder finalizers(String... names) {
      finalizers.addAll(Arrays.asList(names));
      return this;
    }

    /** Reasons of events that say that the controller works on a load balancer. */
    public Builder progress(String... names) {
      return events(Meaning.WORKING, names);
    }

    /** Reasons of events that say that a load balancer is complete. */
    public Builder successes(String... names) {
      return events(Meaning.DONE, names);
    }

    /** Reasons of events that say that something failed. */
    public Builder failures(String... names) {
      return events(Meaning.FAILED, names);
    }

    /** Failures that concern only the creation of a load balancer. */
    public Builder creationFailures(String... names) {
      creations.addAll(Arrays.asList(names));
      return failures(names);
    }

    /**
     * A failure whose reason other controllers use too; {@code beginning} is the prefix of the
     * controller's name.
     */
    public Builder failureFrom(String beginning, String name) {
      sources.put(name, beginning);
      return failures(name);
    }

    /** Words by which a failure says that work continues. */
    public Builder busyPhrase(String words) {
      busyPhrases.add(words);
      return this;
    }

    /** An annotation by which a Service requests an internal load balancer. */
    public Builder internal(String annotation, String value) {
      internal.put(annotation, value);
      return this;
    }

    /** A class of load balancers that are internal unless the Service requests an external one. */
    public Builder internalClass(String name) {
      internalClasses.add(name);
      return this;
    }

    /** An annotation that has the same effect with certain values. */
    public Builder internalType(String annotation, String... values) {
      internalTypes.put(annotation, Set.of(values));
      return this;
    }

    /** An annotation by which a Service requests an external load balancer. */
    public Builder external(String annotation, String value) {
      external.put(annotation, value);
      return this;
    }

    /** The prefix of the host names of internal load balancers. */
    public Builder internalHost(String beginning) {
      internalHosts.add(beginning);
      return this;
    }

    public BalancerVocabulary build() {
      return new BalancerVocabulary(this);
    }

    private Builder and(BalancerVocabulary other) {
      finalizers.addAll(other.finalizers);
      reasons.putAll(other.reasons);
      sources.putAll(other.sources);
      creations.addAll(other.creations);
      busyPhrases.addAll(other.busyPhrases);
      internal.putAll(other.internal);
      internalClasses.addAll(other.internalClasses);
      internalTypes.putAll(other.internalTypes);
      external.putAll(other.external);
      internalHosts.addAll(other.internalHosts);
      return this;
    }

    private Builder events(Meaning meaning, String... names) {
      Arrays.asList(names).forEach(name -> reasons.put(name, meaning));
      return this;
    }
  }
}
