using SfMarketo.Kernel.Recording;
using SfMarketo.SalesforceSim.Org.Duplicates;
using SfMarketo.SalesforceSim.Org.Metadata;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Org.Writing;

namespace SfMarketo.SalesforceSim.Org.Rules;

/// <summary>All that an administrator's rules say to a write.</summary>
/// <param name="Metadata">Settings.</param>
/// <param name="Permissions">Profiles.</param>
/// <param name="Validation">Validation rules.</param>
/// <param name="Duplicates">Duplicate rules.</param>
/// <param name="Assignment">Assignment rules, with their turns.</param>
/// <param name="Workflow">Workflow rules.</param>
internal sealed record OrgRules(OrgMetadata Metadata, Permissions Permissions, ValidationRules Validation, DuplicateRules Duplicates, AssignmentRules Assignment, WorkflowRules Workflow)
{
    /// <summary>The rights of the client who writes; null for all. People at the screens are the administrator.</summary>
    public ProfileRights? RightsOf(Transaction transaction) => Permissions.Any && transaction.Actor == Actor.Client ? Permissions.Of(transaction) : null;

    /// <summary>The id of the record type that new rows of an object get, or null.</summary>
    public string? DefaultRecordType(OrgStore store, SObjectType type)
    {
        for (var i = 0; i < Metadata.RecordTypes.Count; i++)
        {
            var each = Metadata.RecordTypes[i];
            if (each is { Default: true, Active: true } && string.Equals(each.Object, type.Name, StringComparison.OrdinalIgnoreCase))
            {
                return store["RecordType"].IdOf(i);
            }
        }

        return null;
    }
}
