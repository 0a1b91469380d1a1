// SPDX-License-Identifier: Apache-2.0

// Package test takes an app through its life with the clients that are generated for Go.
package test

import (
	"context"
	"errors"
	"os"
	"testing"
	"time"

	roadstead "roadstead.io/client/go"
)

const (
	namespace = "default"
	app       = "go-client"
	future    = "go-future"
)

func address(variable, otherwise string) string {
	if value := os.Getenv(variable); value != "" {
		return value
	}
	return otherwise
}

func client(url string) *roadstead.APIClient {
	configuration := roadstead.NewConfiguration()
	configuration.Servers = roadstead.ServerConfigurations{{URL: url}}
	return roadstead.NewAPIClient(configuration)
}

func service() *roadstead.APIClient {
	return client(address("ROADSTEAD_URL", "http://127.0.0.1:8080"))
}

func deploy(t *testing.T, apps *roadstead.AppsAPIService, name, image string) (*roadstead.App, error) {
	t.Helper()
	port := roadstead.NewContainerPort(8080)
	port.SetName("http")
	container := roadstead.NewContainer("web", image)
	container.SetPorts([]roadstead.ContainerPort{*port})
	spec := roadstead.NewAppSpec([]roadstead.Container{*container})
	deployed, _, err := apps.DeployApp(context.Background(), namespace, name).AppSpec(*spec).Execute()
	return deployed, err
}

func TestDeploysExposesScalesReportsAndDeletes(t *testing.T) {
	apps, ctx := service().AppsAPI, context.Background()
	deployed, err := deploy(t, apps, app, "luksa/kubia:1.0")
	if err != nil {
		t.Fatal(err)
	}
	if deployed.Name != "namespaces/default/apps/go-client" {
		t.Fatalf("name %q", deployed.Name)
	}

	scale := roadstead.NewScale()
	scale.SetReplicas(3)
	if _, _, err := apps.ScaleApp(ctx, namespace, app).Scale(*scale).Execute(); err != nil {
		t.Fatal(err)
	}
	exposure := roadstead.NewExposure(roadstead.EXPOSURE_TYPE_INTERNAL)
	if _, _, err := apps.ExposeApp(ctx, namespace, app).Exposure(*exposure).Execute(); err != nil {
		t.Fatal(err)
	}
	until := time.Now().Add(time.Minute)
	for {
		status, _, err := apps.GetAppStatus(ctx, namespace, app).Execute()
		if err != nil {
			t.Fatal(err)
		}
		if status.State == roadstead.APP_STATE_READY && status.ReadyReplicas == 3 {
			break
		}
		if time.Now().After(until) {
			t.Fatalf("not ready within a minute: %v", status.State)
		}
		time.Sleep(250 * time.Millisecond)
	}
	pods, _, err := apps.ListPods(ctx, namespace, app).Execute()
	if err != nil || len(pods.Pods) != 3 {
		t.Fatalf("%v pods, %v", pods, err)
	}
	if _, _, err := apps.DeleteApp(ctx, namespace, app).Foreground(true).Execute(); err != nil {
		t.Fatal(err)
	}
	if _, response, err := apps.GetApp(ctx, namespace, app).Execute(); err == nil || response.StatusCode != 404 {
		t.Fatalf("after the delete: %v, %v", response, err)
	}
}

func TestReadsWhichFieldWasRefused(t *testing.T) {
	_, err := deploy(t, service().AppsAPI, app, "Not An Image")
	var refusal *roadstead.GenericOpenAPIError
	if !errors.As(err, &refusal) {
		t.Fatalf("accepted, or another error: %v", err)
	}
	problem, ok := refusal.Model().(roadstead.Problem)
	if !ok || problem.Reason != roadstead.ERROR_CODE_INVALID_ARGUMENT {
		t.Fatalf("problem %+v", refusal.Model())
	}
	if field := problem.Violations[0].Field; field != "containers[0].image" {
		t.Fatalf("field %q", field)
	}
}

func TestReadsTheCluster(t *testing.T) {
	cluster, _, err := service().ClustersAPI.GetCluster(context.Background()).Execute()
	if err != nil || cluster.NodeCount != 3 {
		t.Fatalf("cluster %+v, %v", cluster, err)
	}
}

// Each enum has a new value, each object a new field.
func TestReadsAnswersOfALaterVersion(t *testing.T) {
	now, ctx := service().AppsAPI, context.Background()
	if _, err := deploy(t, now, future, "luksa/kubia:1.0"); err != nil {
		t.Fatal(err)
	}
	defer func() { _, _, _ = now.DeleteApp(ctx, namespace, future).Execute() }()
	later := client(os.Getenv("ROADSTEAD_FUTURE_URL"))
	apps := later.AppsAPI

	status, _, err := apps.GetAppStatus(ctx, namespace, future).Execute()
	if err != nil {
		t.Fatal(err)
	}
	if status.State != roadstead.APPSTATE_UNKNOWN_DEFAULT_OPEN_API {
		t.Fatalf("state %q", status.State)
	}
	read, _, err := apps.GetApp(ctx, namespace, future).Execute()
	if err != nil || read.Spec.Containers[0].Image != "luksa/kubia:1.0" {
		t.Fatalf("app %+v, %v", read, err)
	}
	if _, _, err := apps.ListApps(ctx, namespace).Execute(); err != nil {
		t.Fatal(err)
	}
	if _, _, err := apps.ListPods(ctx, namespace, future).Execute(); err != nil {
		t.Fatal(err)
	}
	if _, _, err := apps.GetLogicalView(ctx, namespace, future).Execute(); err != nil {
		t.Fatal(err)
	}
	if _, _, err := apps.GetPhysicalView(ctx, namespace, future).Execute(); err != nil {
		t.Fatal(err)
	}
	if _, _, err := later.ClustersAPI.GetCluster(ctx).Execute(); err != nil {
		t.Fatal(err)
	}
	if _, _, err := later.ClustersAPI.ListNodes(ctx).Execute(); err != nil {
		t.Fatal(err)
	}
}
