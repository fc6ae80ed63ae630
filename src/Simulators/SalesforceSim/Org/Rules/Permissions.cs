using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Org.Metadata;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Org.Writing;

namespace SfMarketo.SalesforceSim.Org.Rules;

/// <summary>The profiles of an org. Users without one that is written down may do all.</summary>
internal sealed class Permissions
{
    private readonly OrgMetadata metadata;
    private readonly Dictionary<string, ProfileRights> byProfile = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, ProfileRights> byUser = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="MetadataException">A profile names what does not exist, or a user has one that does not.</exception>
    public Permissions(OrgSchema schema, OrgMetadata metadata)
    {
        this.metadata = metadata;
        foreach (var profile in metadata.Profiles)
        {
            if (!byProfile.TryAdd(profile.Name, new ProfileRights(schema, profile)))
            {
                throw new MetadataException($"there are two profiles {profile.Name}", profile.Place + ".name", "choose another name");
            }
        }

        foreach (var (username, profile) in metadata.Users)
        {
            if (byProfile.TryGetValue(profile, out var rights))
            {
                byUser[username] = rights;
            }
            else if (!string.Equals(profile, OrgSeed.AdministratorProfile, StringComparison.OrdinalIgnoreCase))
            {
                throw new MetadataException($"there is no profile {profile}", "users." + username, $"there are {string.Join(", ", metadata.Profiles.Select(each => each.Name).Prepend(OrgSeed.AdministratorProfile))}");
            }
        }
    }

    /// <summary>Some user may not do all.</summary>
    public bool Any => byUser.Count > 0;

    public bool ApiEnabled => metadata.ApiEnabled;

    /// <summary>The rights of a user by name; null for all.</summary>
    public ProfileRights? Of(string username) => Any ? byUser.GetValueOrDefault(username) : null;

    /// <summary>The rights of the user who writes; null for all.</summary>
    public ProfileRights? Of(Transaction transaction) =>
        Any && transaction.Store["User"] is var users && users.Find(transaction.UserId) is { } user ? Of(user.Text(users.Type.Field("Username").Number)!) : null;

    /// <summary>The first right that a write lacks, or null: the object's, then those of the fields sent.</summary>
    public static RowError? Check(ProfileRights? rights, RowInput input, bool creating)
    {
        if (rights is null)
        {
            return null;
        }

        var type = input.Type;
        if (!rights.CanRead(type))
        {
            return RowErrors.NotFound;
        }

        if (!(creating ? rights.CanCreate(type) : rights.CanEdit(type)))
        {
            return creating ? RowErrors.NotWritable(type) : RowErrors.NoAccess;
        }

        List<string>? readOnly = null;
        foreach (var (field, _) in input.Values)
        {
            if (!rights.CanRead(field))
            {
                return RowErrors.NoColumn(type, field.Name);
            }

            if (!rights.CanEdit(field))
            {
                (readOnly ??= []).Add(field.Name);
            }
        }

        return readOnly is null ? null : RowErrors.ReadOnly(readOnly);
    }
}
