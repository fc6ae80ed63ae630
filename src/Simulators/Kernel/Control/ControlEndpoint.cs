using System.Buffers;
using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SfMarketo.Kernel.Calls;
using SfMarketo.Kernel.Instances;

namespace SfMarketo.Kernel.Control;

/// <summary>The control API of a simulator under <c>/__sim</c>: no token, no quota, no line in the journal, for callers of this machine only.</summary>
public static class ControlEndpoint
{
    private const int LargestBody = 10 * 1024 * 1024;
    private static readonly JsonWriterOptions WriterOptions = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Maps the API. A <see cref="ControlGroup"/> among the services is shared with other simulators; without one the simulator is alone.</summary>
    /// <param name="app">Whose services have the simulators (<see cref="SimInstances"/>).</param>
    /// <param name="control">The control of one simulator; asked for each instance.</param>
    public static void MapControl(this IEndpointRouteBuilder app, Func<Simulator, SimControl> control)
    {
        ArgumentNullException.ThrowIfNull(app);
        var group = app.ServiceProvider.GetService<ControlGroup>() ?? new ControlGroup();
        var port = new ControlPort(app.ServiceProvider.GetRequiredService<SimInstances>(), group, control);
        app.Map("/__sim/{**path}", http => AnswerAsync(http, port));
    }

    private static async Task AnswerAsync(HttpContext http, ControlPort port)
    {
        var body = await RequestBody.ReadAsync(http.Request, LargestBody, isSocket: false);
        var output = new ArrayBufferWriter<byte>(1024);
        var status = StatusCodes.Status200OK;
        using (var json = new Utf8JsonWriter(output, WriterOptions))
        {
            try
            {
                CheckCaller(http);
                json.WriteStartObject();
                Run(http, port, body, json);
                json.WriteEndObject();
            }
            catch (Exception failure)
            {
                output.ResetWrittenCount();
                json.Reset(output);
                status = ControlFailure.Write(json, failure);
            }
        }

        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = output.WrittenCount + 1;
        output.Write("\n"u8);
        await http.Response.Body.WriteAsync(output.WrittenMemory, http.RequestAborted);
    }

    private static void Run(HttpContext http, ControlPort port, ReadOnlyMemory<byte> body, Utf8JsonWriter json)
    {
        var instance = port.Of(port.Instances.Of(http));
        var path = (http.Request.Path.Value ?? "")["/__sim".Length..].Trim('/');
        List<string> methods = [];
        foreach (var route in instance.Routes)
        {
            if (!route.Matches(path, out var name))
            {
                continue;
            }

            if (!HttpMethods.Equals(http.Request.Method, route.Method))
            {
                methods.Add(route.Method);
                continue;
            }

            CheckQuery(http, route);
            route.Run(new ControlCall(http, port, instance, body, json) { Name = Uri.UnescapeDataString(name) });
            return;
        }

        throw methods.Count > 0
            ? new ControlException($"{http.Request.Method} does not work on /__sim/{path}", "", $"use {string.Join(" or ", methods)}", StatusCodes.Status405MethodNotAllowed)
            : new ControlException($"there is no /__sim/{path}", "", "GET /__sim lists what there is", StatusCodes.Status404NotFound);
    }

    /// <summary>Loopback only. A page of the web in the user's browser is on this machine too, but says where it comes from.</summary>
    private static void CheckCaller(HttpContext http)
    {
        var peer = http.Connection.RemoteIpAddress;
        var origin = http.Request.Headers.Origin.ToString();
        if ((peer is not null && !IPAddress.IsLoopback(peer)) || (origin.Length > 0 && !(Uri.TryCreate(origin, UriKind.Absolute, out var page) && page.IsLoopback)))
        {
            throw new ControlException("the control API answers callers of this machine only", "", "call it on 127.0.0.1", StatusCodes.Status403Forbidden);
        }
    }

    private static void CheckQuery(HttpContext http, ControlRoute route)
    {
        foreach (var (name, _) in http.Request.Query)
        {
            if (!route.Query.Contains(name))
            {
                throw new ControlException(
                    $"unknown parameter '{name}'", name, route.Query.Count == 0 ? "this call takes none" : $"known are {string.Join(", ", route.Query)}");
            }
        }
    }
}
