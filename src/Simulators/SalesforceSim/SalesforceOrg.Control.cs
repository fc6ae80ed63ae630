using SfMarketo.Kernel.Calls;
using SfMarketo.Kernel.Faults;
using SfMarketo.Kernel.Quotas;
using SfMarketo.SalesforceSim.BulkV1;
using SfMarketo.SalesforceSim.Rows;
using SfMarketo.SalesforceSim.SignIn;
using SfMarketo.SalesforceSim.Soap;

namespace SfMarketo.SalesforceSim;

/// <content>What the control API needs: answers of faults, and the rows of another org.</content>
public sealed partial class SalesforceOrg
{
    /// <summary>Takes the rows, rule turns and waiting messages of another org with the same options; no sessions, no requests used. Limits, switches and the numbers of commits stay.</summary>
    public void Reset(SalesforceOrg origin)
    {
        ArgumentNullException.ThrowIfNull(origin);
        lock (Gate)
        {
            Reset();
            lock (origin.Gate)
            {
                Store = origin.Store.Fork();
                Assignment = origin.Assignment.Fork();
                SignIn = origin.SignIn.Fork();
                OutboundDelivery.Replace(origin.OutboundDelivery.Queue.Fork());
            }

            RowReader = new RowReader(Store, Switches);
            Writer = NewWriter();

            // The other org may have been made with a schema of its own, whose objects are others though their names are the same.
            Converter = NewConverter();
        }
    }

    /// <inheritdoc/>
    /// <remarks>The rows keep their ids, the Organization's too, as a sandbox that is copied in full does but for that one.</remarks>
    public override Simulator ForkAs(string id, TimeProvider time)
    {
        lock (Gate)
        {
            return new SalesforceOrg(Options, time, Draws.Fork("org " + id), this, id) { Requests = new RollingQuota(Requests.Limit) };
        }
    }

    /// <inheritdoc/>
    public override bool TakesInstanceId(string id, out string help)
    {
        help = "write a name of lower-case letters, digits and hyphens that begins with a letter and is no path of the API: test-7";
        return id is { Length: > 0 and <= 40 } && char.IsAsciiLetterLower(id[0]) && id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-')
            && id is not ("services" or "id" or "cometd" or "localhost");
    }

    protected override string NumberedInstanceId(int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"org-{number}");

    /// <summary>Takes all outbound messages out of the queue, sent by nobody and given up by nobody: for rows that were there before the org has listeners.</summary>
    public void ForgetOutboundMessages()
    {
        lock (Gate)
        {
            OutboundDelivery.Replace(NewQueue());
        }
    }

    public override FaultAnswerTable FaultAnswers => Control.FaultAnswers.Table;

    protected override void AnswerWithCode(SimCall call, string code)
    {
        lock (Gate)
        {
            Control.FaultAnswers.Write(call, code);
        }
    }

    protected override void AnswerWithStatus(SimCall call, int status)
    {
        lock (Gate)
        {
            Control.FaultAnswers.WriteStatus(call, status);
        }
    }

    protected override void EndTokens(long at, bool revoked) => Sessions.RevokeAll();

    protected override string ClientOf(SimCall call)
    {
        if (SoapFault.Takes(call))
        {
            return SoapAdmission.ClientOf(this, call);
        }

        var header = (AsyncErrors.Covers(call) ? call.Http.Request.Headers[AsyncErrors.SessionHeader] : call.Http.Request.Headers.Authorization).ToString().AsSpan();
        return Sessions.Find(header[(header.IndexOf(' ') + 1)..].Trim())?.Username ?? SignInEndpoints.ClaimedUser(call);
    }
}
