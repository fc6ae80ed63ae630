using SfMarketo.SalesforceSim;

namespace SfMarketo.Harness.Running.Relations;

/// <summary>Saves all Leads and Contacts without a change, as a tool of the org's administrator does: their SystemModstamp moves and nothing else.</summary>
internal sealed class NoOpSave(World world)
{
    /// <summary>Rows saved so far.</summary>
    public int Saved { get; private set; }

    /// <summary>Waits and saves; all in one instant.</summary>
    public async Task RunAsync(TimeSpan after, CancellationToken cancellationToken)
    {
        await Task.Delay(after, world.Clock, cancellationToken);
        foreach (var row in world.Salesforce.Rows("Lead").Where(lead => lead.Get("IsConverted") is not true).Concat(world.Salesforce.Rows("Contact")))
        {
            try
            {
                world.Salesforce.UpdateRow(row.Id, [KeyValuePair.Create("LastName", row.Get("LastName"))], RunTrail.Touch);
                Saved++;
            }
            catch (SalesforceRowException)
            {
                // A rule of the org refuses this row: its administrator would skip it too.
            }
        }
    }
}
