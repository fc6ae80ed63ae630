using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Checks;

/// <summary>A13: the engine never writes a field on its owner's side: Salesforce's names and addresses, its accounts and deals, Marketo's score; LeadSource on create only; the lifecycle only to SQL.</summary>
internal sealed class OwnedFieldCheck(CheckSettings settings) : Check("A13", "No owned field is written on its owner's side")
{
    private const string Lifecycle = "lifecycleStage";
    private const string PromotedStage = "SQL";

    // On create by the MQL flow the row gets them; afterwards they are Salesforce's.
    private static readonly HashSet<string> SalesforceOwns =
        new(["Email", "FirstName", "LastName", "Company", "MobilePhone", "AccountId", "LeadSource", "OwnerId"], StringComparer.Ordinal);

    private static readonly HashSet<string> MarketoOwns = new(["leadScore"], StringComparer.Ordinal);

    protected override bool Applies => Examined > 0;

    public override void OnCommit(in CommitEntry entry)
    {
        if (!entry.IsEngine(settings))
        {
            return;
        }

        if (entry.IsPerson())
        {
            Examined++;
            foreach (var change in entry.Fields)
            {
                if (MarketoOwns.Contains(change.Name) || (change.Name == "leadSource" && entry.Op == "update"))
                {
                    Violate($"Wrote {change.Name}, which Marketo owns", entry.At, entry.Named(), entry.Call);
                }
                else if (change.Name == Lifecycle && change.New is not PromotedStage)
                {
                    Violate($"Set {Lifecycle} from '{change.Old}' to '{change.New}'; the engine sets {PromotedStage} only", entry.At, entry.Named(), entry.Call);
                }
            }
        }
        else if (entry.Sim == RecordWords.Salesforce && entry.Object is not (RecordWords.Lead or RecordWords.Contact or RecordWords.Task))
        {
            Violate($"A {entry.Op} of what is Salesforce's own", entry.At, entry.Named(), entry.Call);
        }
        else if (entry.IsSalesforcePerson())
        {
            Examined++;
            foreach (var change in entry.Fields)
            {
                if (entry.Op == "update" && SalesforceOwns.Contains(change.Name))
                {
                    Violate($"Wrote {change.Name}, which Salesforce owns", entry.At, entry.Named(), entry.Call);
                }
            }
        }
    }
}
