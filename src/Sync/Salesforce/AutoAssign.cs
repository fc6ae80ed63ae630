namespace SfMarketo.Sync.Salesforce;

/// <summary>
/// Whether the org's active assignment rule runs on a write of a Lead, Account or Case. Always said: a missing header means TRUE to Salesforce, on updates too,
/// and would send records to other owners.
/// </summary>
public enum AutoAssign
{
    False,
    True,
}
