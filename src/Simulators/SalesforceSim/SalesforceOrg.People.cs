using SfMarketo.Kernel.Recording;
using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Org.Conversion;
using SfMarketo.SalesforceSim.Org.Merging;
using SfMarketo.SalesforceSim.Org.Writing;

namespace SfMarketo.SalesforceSim;

/// <content>What people do at the vendor's screens: commits with <see cref="Actor.Human"/> and the action's name as cause, by the administrator.</content>
public sealed partial class SalesforceOrg
{
    private readonly RowInput humanInput = new();

    private string AdministratorId => Store["User"].IdOf(0);

    /// <summary>Creates a row; the active assignment rule does not run, as in the screens unless its box is ticked.</summary>
    /// <param name="object">The object.</param>
    /// <param name="fields">API names and values: null, string, bool, int, long, double, decimal, <see cref="DateOnly"/>, <see cref="DateTimeOffset"/>.</param>
    /// <param name="cause">The action's name.</param>
    /// <returns>The id, 18 characters.</returns>
    /// <exception cref="SalesforceRowException">The org refuses it.</exception>
    public string CreateRow(string @object, IEnumerable<KeyValuePair<string, object?>> fields, string cause)
    {
        lock (Gate)
        {
            CatchUp(NowMicros);
            var transaction = BeginHuman(Store.Schema[@object].Name, cause);
            HumanInput.Read(humanInput, Store.Schema[@object], fields, Switches);
            return Finish(transaction, Writer.Create(transaction, humanInput, assign: false)).Id;
        }
    }

    /// <summary>Changes a row; parameters as of <see cref="CreateRow"/>.</summary>
    /// <exception cref="SalesforceRowException">The org refuses it.</exception>
    public void UpdateRow(string id, IEnumerable<KeyValuePair<string, object?>> fields, string cause)
    {
        lock (Gate)
        {
            CatchUp(NowMicros);
            var row = Existing(id);
            var transaction = BeginHuman(row.Type.Name, cause);
            HumanInput.Read(humanInput, row.Type, fields, Switches);
            Finish(transaction, Writer.Update(transaction, row, humanInput, assign: false));
        }
    }

    /// <summary>Puts a row and what goes with it in the recycle bin.</summary>
    /// <exception cref="SalesforceRowException">The org refuses it.</exception>
    public void DeleteRow(string id, string cause)
    {
        lock (Gate)
        {
            CatchUp(NowMicros);
            var row = Existing(id);
            var transaction = BeginHuman(row.Type.Name, cause);
            Finish(transaction, Writer.Delete(transaction, row));
        }
    }

    /// <summary>Takes a row out of the recycle bin, and the rows that its delete took along.</summary>
    /// <exception cref="SalesforceRowException">UNDELETE_FAILED: it is not in the bin, or 15 days have passed; DUPLICATE_VALUE: another row has its key by now.</exception>
    public void UndeleteRow(string id, string cause)
    {
        lock (Gate)
        {
            CatchUp(NowMicros);
            var row = Existing(id);
            var transaction = BeginHuman(row.Type.Name, cause);
            Finish(transaction, RecycleBin.Undelete(transaction, row));
        }
    }

    /// <summary>Merges rows of one object into a master: the losers go to the recycle bin with MasterRecordId, their children move, the master's values win.</summary>
    /// <param name="object"><c>Lead</c>, <c>Contact</c> or <c>Account</c>.</param>
    /// <param name="master">Id of the row that stays.</param>
    /// <param name="losers">Ids of one or two others.</param>
    /// <param name="fields">Values that the master gets, as of <see cref="CreateRow"/>; null for none.</param>
    /// <param name="cause">The action's name.</param>
    /// <exception cref="SalesforceRowException">The org refuses it.</exception>
    public void MergeRows(string @object, string master, IReadOnlyList<string> losers, IEnumerable<KeyValuePair<string, object?>>? fields, string cause)
    {
        lock (Gate)
        {
            CatchUp(NowMicros);
            var row = Existing(master);
            if (!row.Type.Name.Equals(@object, StringComparison.OrdinalIgnoreCase))
            {
                throw new SalesforceRowException("INVALID_CROSS_REFERENCE_KEY", $"{master} is a {row.Type.Name}, not a {@object}.");
            }

            var others = losers.Select(Existing).ToList();
            var transaction = BeginHuman(row.Type.Name, cause);
            HumanInput.Read(humanInput, row.Type, fields ?? [], Switches);
            Finish(transaction, RowMerger.Merge(transaction, Writer, row, others, humanInput));
        }
    }

    /// <summary>Converts a lead: account, contact, opportunity and contact role are made or filled, tasks move, the lead becomes read-only.</summary>
    /// <exception cref="SalesforceRowException">The org refuses it.</exception>
    public LeadConversionResult ConvertLead(string leadId, LeadConversion options, string cause)
    {
        lock (Gate)
        {
            CatchUp(NowMicros);
            var lead = Existing(leadId);
            var transaction = BeginHuman(lead.Type.Name, cause);
            var (result, error) = Converter.Convert(transaction, lead, options, Switches.ConversionRunsLeadRules);
            if (result is null)
            {
                transaction.Rollback();
                throw new SalesforceRowException(error!.Code, error.Message);
            }

            transaction.Commit();
            return result;
        }
    }

    /// <summary>Holds a row locked, as a long transaction of somebody else does: writes that need it are UNABLE_TO_LOCK_ROW when they would have to wait for longer than <c>locks.waitSeconds</c>.</summary>
    /// <param name="id">The row.</param>
    /// <param name="time">How long; zero lets go.</param>
    /// <exception cref="SalesforceRowException">There is no such row.</exception>
    public void LockRow(string id, TimeSpan time)
    {
        lock (Gate)
        {
            var row = Existing(id);
            if (time > TimeSpan.Zero)
            {
                Store.Locks.Hold(row.Id, NowMicros + (long)time.TotalMicroseconds);
            }
            else
            {
                Store.Locks.Release(row.Id);
            }
        }
    }

    private SRow Existing(string id) => Store.Find(id) ?? throw new SalesforceRowException("NOT_FOUND", $"There is no row {id}.");

    private Transaction BeginHuman(string @object, string cause)
    {
        var now = NowMicros;
        return new(Store, Recorder, now, 0, Actor.Human, cause, AdministratorId) { Skew = Faults.SkewAt(now), Lateness = Faults.LatenessOf(@object, cause, now) ?? LongTransactions, HoldsLocks = Switches.LateCommitsHoldLocks };
    }

    private static SRow Finish(Transaction transaction, WriteResult result)
    {
        if (result.Error is { } error)
        {
            transaction.Rollback();
            throw new SalesforceRowException(error.Code, error.Message);
        }

        transaction.Commit();
        return result.Row!;
    }
}
