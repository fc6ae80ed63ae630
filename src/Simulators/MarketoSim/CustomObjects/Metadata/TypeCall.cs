using System.Text.Json;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.CustomObjects.Metadata;

/// <summary>What the calls about types share: the subscription, the type of the path, the body, the empty answer.</summary>
internal static class TypeCall
{
    public const string Approved = "approved";
    public const string Draft = "draft";

    /// <summary>616 unless the instance has the tier.</summary>
    public static Action<MarketoCall> Subscribed(Action<MarketoCall> answer) => call =>
    {
        if (call.Instance.Options.CustomObjectMetadata)
        {
            answer(call);
        }
        else
        {
            call.Fail(MarketoErrors.NotSubscribed);
        }
    };

    /// <summary>The type that the path names; null when the call was refused.</summary>
    public static (string Name, CustomObjectVersions Versions)? Find(MarketoCall call)
    {
        var name = (string)call.Sim.Http.Request.RouteValues["name"]!;
        if (call.Store.Objects.Types.TryGetValue(name, out var versions))
        {
            return (name, versions);
        }

        call.Fail(MarketoErrors.ObjectNotFound);
        return null;
    }

    /// <summary>The body as a tree: such calls are few. False when the call was refused.</summary>
    public static bool TryReadBody(MarketoCall call, out JsonElement body)
    {
        body = default;
        if (!call.TryOpenJson(out var reader))
        {
            return false;
        }

        var texts = reader;
        do
        {
            if (texts.TokenType is JsonTokenType.PropertyName or JsonTokenType.String)
            {
                JsonText.Read(ref texts);
            }
        }
        while (texts.Read());

        body = JsonElement.ParseValue(ref reader);
        return true;
    }

    /// <summary>The <c>input</c> of a body: one object or more. False when the call was refused.</summary>
    public static bool TryReadInput(MarketoCall call, out List<JsonElement> input)
    {
        input = [];
        if (!TryReadBody(call, out var body))
        {
            return false;
        }

        if (body.TryGetProperty("input", out var items) && items.ValueKind == JsonValueKind.Array)
        {
            input.AddRange(items.EnumerateArray());
        }

        if (input.Count == 0)
        {
            return Refuse(call, MarketoErrors.MissingParameter("input"));
        }

        return input.TrueForAll(item => item.ValueKind == JsonValueKind.Object) || Refuse(call, MarketoErrors.InvalidJson);
    }

    /// <summary>A member's text; null when it is absent or empty.</summary>
    public static string? Text(JsonElement body, string member) =>
        body.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    /// <summary>Keeps a changed draft and answers.</summary>
    public static void Keep(MarketoCall call, string name, CustomObjectVersions versions, string op)
    {
        call.Store.Objects.Keep(name, Stamp(call, versions));
        Done(call, name, op);
    }

    public static CustomObjectVersions Stamp(MarketoCall call, CustomObjectVersions versions)
    {
        var now = WireTime.Format(call.Store.Conditions.Shown(call.Context.At));
        return versions with { Stamps = new TypeStamps(versions.Stamps?.CreatedAt ?? now, now) };
    }

    /// <summary>Records the change and answers with the empty result of the definition.</summary>
    public static void Done(MarketoCall call, string name, string op)
    {
        var context = call.Context;
        call.Instance.Recorder.Commit(context.Call, context.At, "CustomObjectType", name, op, context.Actor, context.Cause, []);
        call.StartResult();
        call.EndResult();
    }

    public static bool Refuse(MarketoCall call, MarketoError error)
    {
        call.Fail(error);
        return false;
    }
}
