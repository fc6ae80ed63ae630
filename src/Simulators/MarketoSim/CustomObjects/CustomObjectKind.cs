using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;
using SfMarketo.MarketoSim.Objects;

namespace SfMarketo.MarketoSim.CustomObjects;

/// <summary>A custom object: all of it is data. Links must lead somewhere: 1004 for a missing person, as in the vendor's sample; 1013 for other objects is unverified.</summary>
/// <remarks>Source: Marketo REST API, "Custom objects": at most 10 types, 50 fields, and three dedupe fields.</remarks>
internal sealed class CustomObjectKind : ObjectKind
{
    public const int MaxTypes = 10;
    private const int MaxFields = 50;
    private const int MaxDedupe = 3;
    private const string Lead = "Lead";
    private const string Company = "Company";

    private readonly ObjectLink?[] linkOf;

    /// <exception cref="ArgumentException">The type's names or fields do not fit the vendor's rules.</exception>
    public CustomObjectKind(MarketoCustomObject type)
        : base(
            new ObjectName(CheckedName(type), type.ApiName, type.DisplayName, type.Description), ObjectField.Guid, Keys(type),
            type.Fields.Where(field => !field.IsDedupe).Select(Like), Searched(type))
    {
        Links = [.. type.Fields.Where(field => field.LinkTo is not null).Select(field => LinkOf(type, field))];
        linkOf = [.. Fields.Select(field => Links.FirstOrDefault(link => link.Field == field.Name))];
    }

    public override IReadOnlyList<ObjectLink> Links { get; }

    public override MarketoError? Check(MarketoInstance instance, ObjectRow? row, ReadOnlySpan<FieldValue> cells)
    {
        foreach (var (field, value) in cells)
        {
            if (value is not null && linkOf[field.Number] is { } link && !Leads(instance, link, value))
            {
                return link.Object == Lead ? MarketoErrors.LeadNotFound : MarketoErrors.ObjectNotFound;
            }
        }

        return null;
    }

    private static bool Leads(MarketoInstance instance, ObjectLink link, object value)
    {
        var text = PersonWriter.Wire(value)!;
        if (link.Object == Lead)
        {
            return instance.Schema.Find(link.Key) is { } field && instance.Store.People.Find(field, text).Length > 0;
        }

        var table = link.Object == Company ? instance.Store.Companies : instance.Store.Objects.FindCustom(link.Object);
        return table?.Kind.Find(link.Key) is { } other && table.Find(other, text).Length > 0;
    }

    private static string CheckedName(MarketoCustomObject type)
    {
        var name = type.ApiName;
        if (name.Length == 0 || !char.IsAsciiLetter(name[0]) || name == "schema" || name.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter != '_'))
        {
            throw new ArgumentException($"'{name}' is no API name of a custom object: write a letter, then letters, digits and underscores.", nameof(type));
        }

        var keys = type.Fields.Count(field => field.IsDedupe);
        return keys is 0 or > MaxDedupe ? throw new ArgumentException($"The custom object '{name}' has {keys} dedupe fields: one to {MaxDedupe} are needed.", nameof(type))
            : type.Fields.Count > MaxFields ? throw new ArgumentException($"The custom object '{name}' has more than {MaxFields} fields.", nameof(type))
            : name;
    }

    private static ObjectField[] Keys(MarketoCustomObject type) => [.. type.Fields.Where(field => field.IsDedupe).Select(Like)];

    private static ObjectField Like(MarketoCustomObjectField field) =>
        new(field.Name, field.DisplayName ?? field.Name, field.Type, field.Type <= PersonFieldType.Reference ? field.Length : 0) { Custom = true };

    private static string[][] Searched(MarketoCustomObject type) =>
    [
        [.. type.Fields.Where(field => field.IsDedupe).Select(field => field.Name)], ["marketoGUID"],
        .. type.Fields.Where(field => field.LinkTo is not null).Select(field => new[] { field.Name }),
    ];

    private static ObjectLink LinkOf(MarketoCustomObject type, MarketoCustomObjectField field) =>
        field.LinkTo!.Split('.') is [var other, var key] ? new ObjectLink(field.Name, other, key)
        : throw new ArgumentException($"The link '{field.LinkTo}' of '{type.ApiName}.{field.Name}' is written as object and field, such as Lead.id.", nameof(type));
}
