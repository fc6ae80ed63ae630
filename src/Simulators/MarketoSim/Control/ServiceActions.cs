using System.Text.Json;
using SfMarketo.Kernel.Control;
using SfMarketo.MarketoSim.Options;

namespace SfMarketo.MarketoSim.Control;

/// <summary>What an administrator does at the screens for API users, roles and custom services.</summary>
internal static class ServiceActions
{
    public static IReadOnlyList<ControlAction> Of(MarketoInstance instance) =>
    [
        new("addService", """a custom service with its API-only user, whose role is listed by permissions (left out: all): {"clientId": "reporting", "clientSecret": "r3port", "user": "reporting@example.com", "permissions": ["Read-Only Lead"]}; one of that id is replaced""",
            (input, json) => Add(instance, input, json)),
        new("removeService", """a custom service ends, and its token: {"clientId": "reporting"}""", (input, json) => Remove(instance, input, json)),
    ];

    private static void Add(MarketoInstance instance, ControlInput input, Utf8JsonWriter json)
    {
        var clientId = input.RequiredText("clientId", "write the service's client id");
        var secret = input.RequiredText("clientSecret", "write the service's secret");
        var user = input.RequiredText("user", "write the e-mail of the API-only user");
        var permissions = input.Texts("permissions");
        input.End();
        var role = permissions.Count == 0 ? MarketoPermissions.All : MarketoPermissions.None;
        foreach (var name in permissions)
        {
            role |= RolePermissions.Find(name) ?? throw input.Wrong("permissions", $"has '{name}', which is no permission", $"there are {string.Join(", ", RolePermissions.Names)}");
        }

        instance.AddService(new MarketoCredential(clientId, secret, user) { Permissions = role });
        Write(instance, json);
    }

    private static void Remove(MarketoInstance instance, ControlInput input, Utf8JsonWriter json)
    {
        var clientId = input.RequiredText("clientId", "write the service's client id");
        input.End();
        if (!instance.RemoveService(clientId))
        {
            throw input.Wrong("clientId", $"'{clientId}' is no service's", $"there are {string.Join(", ", instance.Options.Credentials.Select(known => known.ClientId))}");
        }

        Write(instance, json);
    }

    /// <summary>Who may sign in, without secrets.</summary>
    public static void Write(MarketoInstance instance, Utf8JsonWriter json)
    {
        json.WriteStartArray("services"u8);
        foreach (var known in instance.Options.Credentials)
        {
            json.WriteStartObject();
            json.WriteString("clientId"u8, known.ClientId);
            json.WriteString("user"u8, known.User);
            json.WriteStartArray("permissions"u8);
            foreach (var name in RolePermissions.NamesOf(known.Permissions))
            {
                json.WriteStringValue(name);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
