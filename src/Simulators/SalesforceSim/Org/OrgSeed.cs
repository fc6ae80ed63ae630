using SfMarketo.Kernel.Recording;
using SfMarketo.SalesforceSim.Options;
using SfMarketo.SalesforceSim.Org.Metadata;
using SfMarketo.SalesforceSim.Org.Rules;
using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.Org;

/// <summary>Rows that are there before anybody works with the org: the organization, users, queues, statuses and stages. They are no commits.</summary>
internal sealed class OrgSeed(OrgStore store, SalesforceSimOptions options, long now)
{
    /// <summary>Username of the administrator, who does what people do.</summary>
    public const string Administrator = "admin@example.invalid";

    /// <summary>Name of the profile that may do all.</summary>
    public const string AdministratorProfile = "System Administrator";

    private readonly OrgMetadata metadata = options.Metadata;
    private readonly SeedRows rows = new(store, now - now % Micros.PerSecond);
    private string administratorId = "";

    public void Fill()
    {
        administratorId = store["User"].IdOf(0);
        AddProfiles();
        AddUser(new OrgUser(Administrator, "Administrator"));
        foreach (var user in options.Users)
        {
            AddUser(user);
        }

        Add("Organization", ("Name", "Simulated Org"), ("OrganizationType", "Enterprise Edition"), ("IsSandbox", Boxes.False), ("InstanceName", "SIM1"), ("LanguageLocaleKey", "en_US"), ("TimeZoneSidKey", "UTC"),
            ("DefaultLocaleSidKey", "en_US"), ("FiscalYearStartMonth", Boxes.Of(metadata.FiscalYearStartMonth)), ("UsesStartDateAsFiscalYearName", Boxes.False));
        foreach (var queue in options.Queues)
        {
            AddQueue(queue, ["Lead", "Case", "Task", .. metadata.Objects.Select(each => each.Name)]);
        }

        foreach (var queue in metadata.Queues)
        {
            AddQueue(queue.Name, queue.Objects);
        }

        AddStatuses();
        AddStages();
        AddClosing("TaskStatus", "Completed");
        AddClosing("CaseStatus", "Closed");
        AddPriorities();
        foreach (var type in metadata.RecordTypes)
        {
            Add(
                "RecordType",
                ("Name", type.Name), ("DeveloperName", type.DeveloperName), ("SobjectType", RuleNames.Object(store.Schema, type.Object, type.Place).Name), ("IsActive", Boxes.Of(type.Active)));
        }
    }

    /// <summary>The rows of AssignmentRule, in the order of the rules.</summary>
    public void AddAssignmentRules(AssignmentRules rules)
    {
        foreach (var (name, type, active) in rules.Names)
        {
            Add("AssignmentRule", ("Name", name), ("SobjectType", type), ("Active", Boxes.Of(active)));
        }
    }

    private void AddProfiles()
    {
        Add("Profile", ("Name", AdministratorProfile), ("UserType", "Standard"), ("PermissionsApiEnabled", Boxes.True), ("PermissionsModifyAllData", Boxes.True), ("PermissionsViewAllData", Boxes.True));
        foreach (var profile in metadata.Profiles)
        {
            Add(
                "Profile",
                ("Name", profile.Name), ("UserType", "Standard"), ("PermissionsApiEnabled", Boxes.Of(profile.ApiEnabled)), ("PermissionsModifyAllData", Boxes.False), ("PermissionsViewAllData", Boxes.True));
        }
    }

    private string ProfileOf(string username)
    {
        var name = metadata.Users.FirstOrDefault(each => string.Equals(each.Key, username, StringComparison.OrdinalIgnoreCase)).Value;
        var profiles = store["Profile"];
        return (name is null ? null : profiles.FindByUnique(profiles.Type.Field("Name"), name)?.Id) ?? profiles.IdOf(0);
    }

    private void AddQueue(string name, IReadOnlyList<string> objects)
    {
        var id = store["Group"].IdOf(store["Group"].NextNumber);
        Add("Group", ("Name", name), ("DeveloperName", name.Replace(' ', '_')), ("Type", "Queue"));
        foreach (var type in objects)
        {
            Add("QueueSobject", ("QueueId", id), ("SobjectType", store.Schema.Find(type)?.Name ?? throw new MetadataException($"there is no object {type}", "queues", $"name objects that {name} may own rows of")));
        }
    }

    private void AddClosing(string table, string closing)
    {
        var order = 0;
        foreach (var status in Picklists.Find(table))
        {
            Add(
                table,
                ("ApiName", status.Value), ("MasterLabel", status.Value), ("SortOrder", Boxes.Of(++order)), ("IsClosed", Boxes.Of(status.Value == closing)), ("IsDefault", Boxes.Of(status.IsDefault)));
        }
    }

    private void AddPriorities()
    {
        var order = 0;
        foreach (var priority in Picklists.Find("TaskPriority"))
        {
            Add(
                "TaskPriority",
                ("ApiName", priority.Value), ("MasterLabel", priority.Value), ("SortOrder", Boxes.Of(++order)), ("IsHighPriority", Boxes.Of(priority.Value == "High")), ("IsDefault", Boxes.Of(priority.IsDefault)));
        }
    }

    /// <summary>The fields of a user's row, the profile by name.</summary>
    public void FillUser(SObjectType type, OrgUser user, object?[] values)
    {
        foreach (var (field, value) in Fields(user))
        {
            values[type.Field(field).Number] = value;
        }
    }

    private void AddUser(OrgUser user) => Add("User", Fields(user));

    private (string Field, object? Value)[] Fields(OrgUser user) =>
    [
        ("Username", user.Username),
        ("LastName", user.LastName),
        ("FirstName", user.FirstName),
        ("Name", user.FirstName is null ? user.LastName : user.FirstName + " " + user.LastName),
        ("Email", user.Username),
        ("Alias", user.LastName[..Math.Min(8, user.LastName.Length)].ToLowerInvariant()),
        ("CommunityNickname", user.Username.Split('@')[0]),
        ("IsActive", Boxes.Of(user.IsActive)),
        ("UserType", "Standard"),
        ("ProfileId", ProfileOf(user.Username)),
        ("TimeZoneSidKey", user.TimeZone),
        ("LocaleSidKey", "en_US"),
        ("LanguageLocaleKey", "en_US"),
        ("EmailEncodingKey", "UTF-8"),
    ];

    private void AddStatuses()
    {
        var order = 0;
        foreach (var status in Picklists.Find("LeadStatus"))
        {
            Add(
                "LeadStatus",
                ("ApiName", status.Value),
                ("MasterLabel", status.Value),
                ("SortOrder", Boxes.Of(++order)),
                ("IsConverted", Boxes.Of(status.Value == "Closed - Converted")),
                ("IsDefault", Boxes.Of(status.IsDefault)));
        }
    }

    private void AddStages()
    {
        double[] probabilities = [10, 10, 20, 50, 60, 70, 75, 90, 100, 0];
        var order = 0;
        foreach (var (stage, probability) in Picklists.Find("StageName").Zip(probabilities))
        {
            var (won, lost) = (stage.Value == "Closed Won", stage.Value == "Closed Lost");
            var category = won ? "Closed" : lost ? "Omitted" : "Pipeline";
            Add(
                "OpportunityStage",
                ("ApiName", stage.Value),
                ("MasterLabel", stage.Value),
                ("SortOrder", Boxes.Of(++order)),
                ("IsActive", Boxes.True),
                ("IsClosed", Boxes.Of(won || lost)),
                ("IsWon", Boxes.Of(won)),
                ("DefaultProbability", Boxes.Of(probability)),
                ("ForecastCategory", category),
                ("ForecastCategoryName", category));
        }
    }

    private void Add(string name, params ReadOnlySpan<(string Field, object? Value)> fields) => rows.Add(name, administratorId, fields);
}
