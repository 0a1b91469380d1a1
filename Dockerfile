# SPDX-License-Identifier: Apache-2.0
#
# Roadstead on the JVM, built inside; nothing but a container engine is needed:
#
#   docker build -t roadstead:0.1.0 .
#
# Dockerfile.native makes the image that starts faster and needs less memory.

FROM eclipse-temurin:25.0.3_9-jdk-noble AS build
WORKDIR /code
# The dependencies first, so that a change of the source does not fetch them again.
COPY mvnw pom.xml ./
COPY .mvn .mvn
RUN ./mvnw -B -ntp -DskipStaticAnalysis quarkus:go-offline
COPY proto proto
COPY docs/errors.md docs/errors.md
COPY src/main src/main
# Formatting, static analysis and tests are the business of `./mvnw verify`.
RUN ./mvnw -B -ntp package -DskipTests -DskipStaticAnalysis -Dcyclonedx.skip

FROM eclipse-temurin:25.0.3_9-jre-noble
LABEL org.opencontainers.image.title="Roadstead" \
      org.opencontainers.image.description="Deploy, expose, scale and read the status of an app on any Kubernetes cluster" \
      org.opencontainers.image.licenses="Apache-2.0"
WORKDIR /opt/roadstead
# What changes least comes first: each is a layer of its own.
COPY --from=build /code/target/quarkus-app/lib /opt/roadstead/lib
COPY --from=build /code/target/quarkus-app/quarkus /opt/roadstead/quarkus
COPY --from=build /code/target/quarkus-app/*.jar /opt/roadstead/
COPY --from=build /code/target/quarkus-app/app /opt/roadstead/app
# A number, so that Kubernetes can see that it is not root.
USER 1001
EXPOSE 8080
# 256 MB of heap leave room for metaspace, threads and Netty's buffers below a limit of 512 MiB.
# It listens on loopback until QUARKUS_HTTP_HOST says otherwise, as deployment/ does.
ENTRYPOINT ["java", "-Xmx256m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "-jar", "/opt/roadstead/quarkus-run.jar"]
