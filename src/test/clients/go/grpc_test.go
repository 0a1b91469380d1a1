// SPDX-License-Identifier: Apache-2.0

package test

import (
	"context"
	"testing"
	"time"

	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/status"
	roadsteadv1 "roadstead.io/proto/roadstead/v1"
)

const name = "namespaces/default/apps/go-grpc-client"

func connected(t *testing.T) *grpc.ClientConn {
	t.Helper()
	connection, err := grpc.NewClient(address("ROADSTEAD_GRPC", "127.0.0.1:8080"),
		grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = connection.Close() })
	return connection
}

func request(image string) *roadsteadv1.DeployAppRequest {
	return &roadsteadv1.DeployAppRequest{
		Name: name,
		Spec: &roadsteadv1.AppSpec{Containers: []*roadsteadv1.Container{{Name: "web", Image: image}}},
	}
}

func TestDeploysReportsAndDeletesOverGrpc(t *testing.T) {
	apps := roadsteadv1.NewAppsClient(connected(t))
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	if _, err := apps.DeployApp(ctx, request("luksa/kubia:1.0")); err != nil {
		t.Fatal(err)
	}
	for {
		answer, err := apps.GetAppStatus(ctx, &roadsteadv1.GetAppStatusRequest{Name: name})
		if err != nil {
			t.Fatal(err)
		}
		if answer.GetStatus().GetState() == roadsteadv1.AppState_APP_STATE_READY {
			break
		}
		time.Sleep(250 * time.Millisecond)
	}
	if _, err := apps.DeleteApp(ctx, &roadsteadv1.DeleteAppRequest{Name: name, Foreground: true}); err != nil {
		t.Fatal(err)
	}
	_, err := apps.GetApp(ctx, &roadsteadv1.GetAppRequest{Name: name})
	if status.Code(err) != codes.NotFound {
		t.Fatalf("after the delete: %v", err)
	}
}

func TestReadsReasonAndFieldOfARefusalOverGrpc(t *testing.T) {
	apps := roadsteadv1.NewAppsClient(connected(t))
	_, err := apps.DeployApp(context.Background(), request("Not An Image"))
	var reason, field string
	for _, detail := range status.Convert(err).Details() {
		switch it := detail.(type) {
		case *errdetails.ErrorInfo:
			reason = it.GetReason()
		case *errdetails.BadRequest:
			field = it.GetFieldViolations()[0].GetField()
		}
	}
	if reason != "INVALID_ARGUMENT" || field != "containers[0].image" {
		t.Fatalf("reason %q, field %q of %v", reason, field, err)
	}
}
