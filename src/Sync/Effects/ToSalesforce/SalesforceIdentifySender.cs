using SfMarketo.Sync.Flows.Identity;
using SfMarketo.Sync.Mapping;
using SfMarketo.Sync.Pacing;
using SfMarketo.Sync.State;

namespace SfMarketo.Sync.Effects.ToSalesforce;

/// <summary>Finds the Lead or Contact of qualified people: by <c>MarketoPersonId__c</c> and by e-mail.</summary>
internal sealed class SalesforceIdentifySender(SenderContext context) : EffectSender
{
    /// <summary>In the fields: the Contact that a matching Lead was converted into, to be asked for by its Id.</summary>
    private const string ConvertedInto = "_convertedInto";

    public override EffectKind Kind => EffectKind.SalesforceIdentify;

    // Ids and addresses share a URI of 16 KB.
    public override int MaxRecords => 100;

    public override int MaxParallel => 2;

    public override TimeSpan ServerTimeout => TimeSpan.FromSeconds(30);

    public override string Owner(string subject) => NewLeads.Owner(subject);

    public override IReadOnlyList<string> Keys(OutboxRow row) => NewLeads.Keys(row);

    public override bool HoldsKeys(StateTransaction state, string subject) => NewLeads.HoldsKeys(state, subject);

    public override OutboxRow? Prepare(StateTransaction state, OutboxRow row, long now)
    {
        if (state.Links.ByPerson(Subject.PersonId(row.Subject)) is null)
        {
            return row;
        }

        context.Flows.Person(state, row.Fields, now);
        return null;
    }

    public override async Task<CallResult<RecordAnswer[]>> SendAsync(IReadOnlyList<Intent> batch, Lane lane, CancellationToken cancellationToken)
    {
        var keys = Soql.List(batch.Select(intent => Subject.PersonId(intent.Row.Subject).ToString(System.Globalization.CultureInfo.InvariantCulture)));
        var emails = batch.Select(intent => NewLeads.Email(intent.Row.Fields)).OfType<string>().ToList();
        var contacts = batch.Select(intent => intent.Row.Fields[ConvertedInto].AsText()).OfType<string>().ToList();
        var rows = new List<FieldBag>();
        foreach (var record in new[] { SalesforceObject.Lead, SalesforceObject.Contact })
        {
            var soql = $"SELECT {context.Shapes.FieldsOf(record)} FROM {record} WHERE {FieldMap.MarketoIdField} IN ({keys})"
                + (emails.Count > 0 ? $" OR Email IN ({Soql.List(emails)})" : "")
                + (contacts.Count > 0 && record == SalesforceObject.Contact ? $" OR Id IN ({Soql.List(contacts)})" : "");
            var result = await context.Salesforce.QueryAllPagesAsync(soql, deletedToo: false, Soql.MostRows, cancellationToken);
            if (!result.TryGetValue(out var found, out var failure))
            {
                return failure;
            }

            rows.AddRange(found);
        }

        var answers = new RecordAnswer[batch.Count];
        for (var i = 0; i < answers.Length; i++)
        {
            answers[i] = RecordAnswer.Of(i, [.. rows.Where(row => Fits(batch[i].Row, row))]);
        }

        return answers;
    }

    public override void Done(StateTransaction state, Intent intent, RecordAnswer answer, long now)
    {
        var personId = Subject.PersonId(intent.Row.Subject);
        var person = intent.Row.Fields;
        switch (IdentityPolicy.Row(personId, NewLeads.Email(person), answer.Found))
        {
            case Match.None:
                person.Remove(ConvertedInto);
                context.Outgoing.Want(state, new Effect(EffectKind.SalesforceCreate, intent.Row.Subject, intent.Row.Lane, person) { After = TimeSpan.Zero }, now);
                break;
            case Match.One one when one.Record["ConvertedContactId"].AsText() is { } contact && person[ConvertedInto].AsText() != contact:
                person.Set(ConvertedInto, contact);
                context.Outgoing.Want(state, new Effect(EffectKind.SalesforceIdentify, intent.Row.Subject, intent.Row.Lane, person) { After = TimeSpan.Zero }, now);
                break;
            case Match.One one:
                person.Remove(ConvertedInto);
                context.Flows.Adopt(state, one.Record, person, intent.Row.Lane, now);
                break;
            case Match.Taken taken:
                state.DeadLetters.Put(intent.Row, "match", $"{taken.Record["Id"]} has the same e-mail and belongs to person {taken.By}. Merge the people, or clear {FieldMap.MarketoIdField}.", now);
                break;
            case Match.Several several:
                state.DeadLetters.Put(intent.Row, "match", $"Several records have the same e-mail: {string.Join(", ", several.Ids)}. Merge them, or set {FieldMap.MarketoIdField} on the right one.", now);
                break;
        }
    }

    public override void Doubtful(StateTransaction state, Intent intent, long now) =>
        context.Outgoing.Return(state, intent.Row with { Attempts = intent.Row.Attempts + 1, Due = now + Micros.Of(TimeSpan.FromSeconds(2)) });

    private static bool Fits(OutboxRow wanted, FieldBag row) =>
        row[FieldMap.MarketoIdField].AsText() == wanted.Subject[3..]
        || (NewLeads.Email(wanted.Fields) is { } email && string.Equals(row["Email"].AsText()?.Trim(), email, StringComparison.OrdinalIgnoreCase))
        || (wanted.Fields[ConvertedInto].AsText() is { } contact && row["Id"].AsText() == contact);
}
