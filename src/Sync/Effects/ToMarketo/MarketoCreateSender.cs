using SfMarketo.Sync.Flows.FieldSync;
using SfMarketo.Sync.Mapping;
using SfMarketo.Sync.Pacing;
using SfMarketo.Sync.State;

namespace SfMarketo.Sync.Effects.ToMarketo;

/// <summary>Creates the people of Leads and Contacts that a look-up did not find: Sync Leads, createOnly by e-mail; createOrUpdate by <c>sfdcPersonId</c> where there is no address.</summary>
/// <remarks>
/// Between look-up and create a form may make a person of the same address. By e-mail Marketo itself refuses a second one (1005) and leaves the first as it is: it is looked up
/// again and met like any other (engine.md R3).
/// </remarks>
internal sealed class MarketoCreateSender(SenderContext context) : EffectSender
{
    /// <summary>In the fields: how often Marketo said that the person exists, though no look-up had found it.</summary>
    private const string Refused = "_exists";

    private const string EmailField = "email";

    /// <summary>An address that Marketo knows and never shows belongs to a person whom the engine may not see.</summary>
    private const int MostRefusals = 3;

    /// <summary>What Marketo has just taken may not be found by a filter yet.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(10);

    public override EffectKind Kind => EffectKind.MarketoCreate;

    public override int MaxRecords => context.Settings.MarketoRecordsPerCall;

    public override int MaxParallel => context.Settings.Pacing.Permits;

    public override TimeSpan ServerTimeout => TimeSpan.FromSeconds(90);

    public override string Owner(string subject) => NewPeople.Owner(subject);

    public override IReadOnlyList<string> Keys(OutboxRow row) => NewPeople.KeysWithPast(row);

    public override bool HoldsKeys(StateTransaction state, string subject) =>
        NewPeople.HoldsKeys(state, subject) || state.Outbox.Find(EffectKind.MarketoIdentify, subject) is not null;

    public override string Form(OutboxRow row) => LookupField(NewPerson(row));

    public override async Task<CallResult<RecordAnswer[]>> SendAsync(IReadOnlyList<Intent> batch, Lane lane, CancellationToken cancellationToken)
    {
        var input = new List<FieldBag>(batch.Count);
        foreach (var intent in batch)
        {
            input.Add(NewPerson(intent.Row));
        }

        var lookupField = LookupField(input[0]);
        var result = await context.Marketo.SyncLeadsAsync(lookupField == EmailField ? "createOnly" : "createOrUpdate", lookupField, input, lane, cancellationToken);
        return result.TryGetValue(out var outcomes, out var failure) ? Array.ConvertAll(outcomes, RecordAnswer.Of) : failure;
    }

    public override void Done(StateTransaction state, Intent intent, RecordAnswer answer, long now)
    {
        // What was sent is what the person holds now; the pair starts from there.
        var person = NewPerson(intent.Row);
        person.Set("id", int.Parse(answer.Outcome.Id!, System.Globalization.CultureInfo.InvariantCulture));
        context.Flows.Adopt(state, intent.Row.Fields, person, intent.Row.Lane, now);
    }

    public override void Doubtful(StateTransaction state, Intent intent, long now) =>
        context.WantAfterDoubt(state, EffectKind.MarketoIdentify, intent.Row.Subject, intent.Row.Lane, intent.Row.Fields, ServerTimeout, now);

    public override bool Exists(StateTransaction state, Intent intent, long now)
    {
        var refusals = (int)(intent.Row.Fields[Refused].AsNumber() ?? 0);
        if (refusals >= MostRefusals)
        {
            return false;
        }

        intent.Row.Fields.Set(Refused, refusals + 1);
        context.WantAfterDoubt(state, EffectKind.MarketoIdentify, intent.Row.Subject, intent.Row.Lane, intent.Row.Fields, refusals * LookAgain, now);
        return true;
    }

    /// <summary>Several people have it: the look-up tells who.</summary>
    public override bool SeveralExist(StateTransaction state, Intent intent, long now) => Exists(state, intent, now);

    private static string LookupField(FieldBag person) => person.TryGet(EmailField, out _) ? EmailField : FieldMap.SalesforceIdField;

    private FieldBag NewPerson(OutboxRow row)
    {
        var id = Subject.SalesforceId(row.Subject);
        var record = id.KeyPrefix.SequenceEqual("003") ? SalesforceObject.Contact : SalesforceObject.Lead;
        var person = new FieldBag(12) { { FieldMap.SalesforceIdField, id.ToString() } };
        foreach (var field in context.Settings.Map.Fields)
        {
            if (field.Owner != FieldOwner.Marketo && field.On(record) is { } name && row.Fields.TryGet(name, out var value))
            {
                var sent = Canonical.Send(field.Type, value);
                if (!sent.IsNull && (field.Owner != FieldOwner.Consent || sent.AsBoolean() == true) && sent.AsText() != FieldSyncFlow.NotProvided)
                {
                    person.Set(field.Marketo, sent);
                }
            }
        }

        return person;
    }
}
