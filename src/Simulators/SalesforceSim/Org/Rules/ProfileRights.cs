using SfMarketo.SalesforceSim.Org.Metadata;
using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.Org.Rules;

/// <summary>What the users of a profile may do. Objects and fields that the profile does not name are open.</summary>
internal sealed class ProfileRights
{
    private readonly Dictionary<SObjectType, IReadOnlyList<string>> objects = [];
    private readonly Dictionary<SObjectType, IReadOnlyList<SField>> seen = [];
    private readonly HashSet<SField> hidden = [];
    private readonly HashSet<SField> readOnly = [];

    /// <exception cref="MetadataException">It names what does not exist, or takes a field away that all must have.</exception>
    public ProfileRights(OrgSchema schema, ProfileMetadata profile)
    {
        Profile = profile;
        foreach (var (name, actions) in profile.Objects)
        {
            objects[RuleNames.Object(schema, name, profile.Place)] = actions;
        }

        foreach (var (path, level) in profile.Fields)
        {
            var dot = path.IndexOf('.');
            var type = RuleNames.Object(schema, path[..dot], profile.Place);
            var field = RuleNames.Field(type, path[(dot + 1)..], profile.Place + ".fields");
            if (level != "edit" && (field.Number < SystemFields.Count || !field.Nillable && field.Createable && field.Type != SFieldType.Boolean))
            {
                throw new MetadataException($"{path} is open to every profile: it is a system field or required", profile.Place + ".fields", "take the line out");
            }

            if (level == "none")
            {
                hidden.Add(field);
            }
            else if (level == "read")
            {
                readOnly.Add(field);
            }
        }
    }

    public ProfileMetadata Profile { get; }

    public bool CanCreate(SObjectType type) => Can(type, "create");

    public bool CanRead(SObjectType type) => Can(type, "read");

    public bool CanEdit(SObjectType type) => Can(type, "edit");

    public bool CanDelete(SObjectType type) => Can(type, "delete");

    public bool CanRead(SField field) => !hidden.Contains(field);

    public bool CanEdit(SField field) => !hidden.Contains(field) && !readOnly.Contains(field);

    /// <summary>The fields of an object that the users see. Under the org's gate.</summary>
    public IReadOnlyList<SField> FieldsOf(SObjectType type)
    {
        if (!seen.TryGetValue(type, out var fields))
        {
            seen.Add(type, fields = [.. type.Fields.Where(CanRead)]);
        }

        return fields;
    }

    private bool Can(SObjectType type, string action) => !objects.TryGetValue(type, out var actions) || actions.Contains(action, StringComparer.Ordinal);
}
