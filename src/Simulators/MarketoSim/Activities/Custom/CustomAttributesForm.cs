using System.Text.Json;
using SfMarketo.MarketoSim.Calls;

namespace SfMarketo.MarketoSim.Activities.Custom;

/// <summary><c>POST external/type/{apiName}/attributes/create|update|delete.json</c>: changes of the draft, by the attributes' apiName, all of them or none.</summary>
internal static class CustomAttributesForm
{
    /// <summary>Source: Marketo REST API, "Custom activities": 20 secondary attributes.</summary>
    private const int MaxAttributes = 20;

    public static void Create(MarketoCall call) => Change(call, "createAttributes", static (version, json) =>
    {
        var attribute = CustomAttributeReader.Read(json, null, out var problem);
        return problem is { } error ? (version, error)
            : version.Primary.ApiName == attribute!.ApiName || version.Find(attribute.ApiName) is not null ? (version, MarketoErrors.ObjectExists)
            : (Put(version, attribute, CustomAttributeReader.IsPrimary(json)), null);
    });

    public static void Update(MarketoCall call) => Change(call, "updateAttributes", static (version, json) =>
    {
        var named = BodyReader.Text(json, "apiName");
        var before = named is null ? null : version.Primary.ApiName == named ? version.Primary : version.Find(named);
        var attribute = CustomAttributeReader.Read(json, before, out var problem);
        return problem is { } error ? (version, error)
            : before is null ? (version, MarketoErrors.FieldNotFound(named!))
            : (Put(version, attribute!, before == version.Primary || CustomAttributeReader.IsPrimary(json)), null);
    });

    public static void Delete(MarketoCall call) => Change(call, "deleteAttributes", static (version, json) =>
        BodyReader.Text(json, "apiName") is not { } named ? (version, MarketoErrors.MissingParameter("apiName"))
        : version.Find(named) is not { } attribute ? (version, MarketoErrors.FieldNotFound(named))
        : (version with { Attributes = [.. version.Attributes.Where(other => other != attribute)] }, null));

    private static void Change(MarketoCall call, string op, Func<CustomVersion, JsonElement, (CustomVersion Version, MarketoError? Problem)> change)
    {
        if (!call.TryOpenJson(out _) || !CustomTypesPage.TryFind(call, out var type))
        {
            return;
        }

        using var document = JsonDocument.Parse(call.Sim.Body);
        if (BodyReader.Member(document.RootElement, "attributes") is not { ValueKind: JsonValueKind.Array } attributes || attributes.GetArrayLength() == 0)
        {
            call.Fail(MarketoErrors.MissingParameter("attributes"));
            return;
        }

        var version = type.Draft ?? type.Live!;
        foreach (var json in attributes.EnumerateArray())
        {
            (version, var problem) = change(version, json);
            problem ??= version.Attributes.Count > MaxAttributes ? MarketoErrors.TooManyFields : null;
            if (problem is { } error)
            {
                call.Fail(error);
                return;
            }
        }

        CustomTypeWriter.Save(call, type.WithDraft(version, call.Sim.Now), op);
    }

    /// <summary>There is one primary attribute: a new one makes the former a secondary one.</summary>
    private static CustomVersion Put(CustomVersion version, CustomAttribute attribute, bool isPrimary)
    {
        var others = version.Attributes.Where(other => other.ApiName != attribute.ApiName);
        if (isPrimary)
        {
            return version with { Primary = attribute, Attributes = version.Primary.ApiName == attribute.ApiName ? version.Attributes : [.. others, version.Primary] };
        }

        return version.Find(attribute.ApiName) is null
            ? version with { Attributes = [.. version.Attributes, attribute] }
            : version with { Attributes = [.. version.Attributes.Select(other => other.ApiName == attribute.ApiName ? attribute : other)] };
    }
}
