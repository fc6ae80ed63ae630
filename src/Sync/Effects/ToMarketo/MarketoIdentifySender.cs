using SfMarketo.Sync.Flows;
using SfMarketo.Sync.Flows.Identity;
using SfMarketo.Sync.Mapping;
using SfMarketo.Sync.Pacing;
using SfMarketo.Sync.State;

namespace SfMarketo.Sync.Effects.ToMarketo;

/// <summary>Finds the people of unlinked Leads and Contacts: by <c>sfdcPersonId</c>, then by e-mail (engine.md R3).</summary>
internal sealed class MarketoIdentifySender(SenderContext context) : EffectSender
{
    /// <summary>In the fields: how often the person was found to be another record's, of whom nothing else is known.</summary>
    private const string Looks = "_looks";

    private const int MostLooks = 3;

    /// <summary>Long enough for a first start to read and link the other record.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(1);

    public override EffectKind Kind => EffectKind.MarketoIdentify;

    // A Contact may bring its former Lead's id as a second value, and a call takes 300.
    public override int MaxRecords => Math.Min(150, context.Settings.MarketoRecordsPerCall);

    public override int MaxParallel => context.Settings.Pacing.Permits;

    public override TimeSpan ServerTimeout => TimeSpan.FromSeconds(60);

    public override string Owner(string subject) => NewPeople.Owner(subject);

    public override IReadOnlyList<string> Keys(OutboxRow row) => NewPeople.KeysWithPast(row);

    public override bool HoldsKeys(StateTransaction state, string subject) => NewPeople.HoldsKeys(state, subject);

    public override bool MustWait(StateTransaction state, OutboxRow row) => NewPeople.AwaitsPast(state, row);

    public override OutboxRow? Prepare(StateTransaction state, OutboxRow row, long now)
    {
        if (state.Links.BySalesforce(Subject.SalesforceId(row.Subject)) is null && state.Links.ByAlias(Subject.SalesforceId(row.Subject)) is null)
        {
            return row;
        }

        // Linked meanwhile: what is left is a version of a known pair.
        context.Flows.SalesforceRow(state, row.Fields, now);
        return null;
    }

    public override async Task<CallResult<RecordAnswer[]>> SendAsync(IReadOnlyList<Intent> batch, Lane lane, CancellationToken cancellationToken)
    {
        var ids = new List<string>();
        var emails = new List<string>();
        foreach (var intent in batch)
        {
            ids.Add(Subject.SalesforceId(intent.Row.Subject).ToString());
            if (intent.Row.Fields[NewPeople.FormerLeadField].AsText() is { } lead)
            {
                ids.Add(lead);
            }

            // A comma cannot be sent in a filter; such an address is matched by id alone.
            if (NewPeople.Email(intent.Row.Fields) is { } email && !email.Contains(',', StringComparison.Ordinal))
            {
                emails.Add(email);
            }
        }

        var byId = await context.Marketo.GetLeadsByFilterAsync(FieldMap.SalesforceIdField, ids, context.Shapes.PersonFields, lane, cancellationToken);
        if (!byId.TryGetValue(out var people, out var failure))
        {
            return failure;
        }

        if (emails.Count > 0)
        {
            var byEmail = await context.Marketo.GetLeadsByFilterAsync("email", emails, context.Shapes.PersonFields, lane, cancellationToken);
            if (!byEmail.TryGetValue(out var more, out failure))
            {
                return failure;
            }

            var known = people.Select(person => person["id"].AsNumber()).ToHashSet();
            people.AddRange(more.Where(person => known.Add(person["id"].AsNumber())));
        }

        return Sort(batch, people);
    }

    public override void Done(StateTransaction state, Intent intent, RecordAnswer answer, long now)
    {
        var row = intent.Row.Fields;
        var id = Subject.SalesforceId(intent.Row.Subject);
        var formerLead = SalesforceId.TryParse(row[NewPeople.FormerLeadField].AsText(), out var lead) ? lead : (SalesforceId?)null;
        switch (IdentityPolicy.Person(id, formerLead, NewPeople.Email(row), answer.Found))
        {
            case Match.None when NewPeople.FormerPerson(row) is { } person && state.Links.IsTombstone(Subject.OfPerson(person)):
                context.Flows.Bury(state, row, person, now);
                break;
            case Match.None:
                context.Outgoing.Want(state, new Effect(EffectKind.MarketoCreate, intent.Row.Subject, intent.Row.Lane, row) { After = TimeSpan.Zero }, now);
                break;
            case Match.One one:
                context.Flows.Adopt(state, row, one.Record, intent.Row.Lane, now);
                break;
            case Match.Taken taken when state.Links.ByPerson((int)taken.Record["id"].AsNumber()!.Value) is not null:
                FlowRunner.Follow(state, id, (int)taken.Record["id"].AsNumber()!.Value, now);
                break;
            case Match.Taken taken when AwaitsOwner(state, intent, taken, now):
                break;
            case Match.Taken taken:
                state.DeadLetters.Put(intent.Row, "match", $"Person {taken.Record["id"]} has the same e-mail and is stamped with {taken.By}. Clear the stamp or merge the records.", now);
                break;
            case Match.Several several:
                state.DeadLetters.Put(intent.Row, "match", $"Several people have the same e-mail: {string.Join(", ", several.Ids)}. Merge them in Marketo.", now);
                break;
        }
    }

    public override void Doubtful(StateTransaction state, Intent intent, long now) =>
        context.Outgoing.Return(state, intent.Row with { Attempts = intent.Row.Attempts + 1, Due = now + Micros.Of(TimeSpan.FromSeconds(2)) });

    /// <summary>The person names a record that the state has not linked yet, as at a first start: that one is read, and then there is a pair to follow.</summary>
    private bool AwaitsOwner(StateTransaction state, Intent intent, Match.Taken taken, long now)
    {
        var looks = (int)(intent.Row.Fields[Looks].AsNumber() ?? 0);
        if (looks >= MostLooks || !SalesforceId.TryParse(taken.By, out var owner))
        {
            return false;
        }

        intent.Row.Fields.Set(Looks, looks + 1);
        context.Outgoing.Want(state, new Effect(EffectKind.SalesforceRead, Subject.Of(owner), Lane.Enrichment, new FieldBag()), now);
        context.WantAfterDoubt(state, Kind, intent.Row.Subject, intent.Row.Lane, intent.Row.Fields, LookAgain, now);
        return true;
    }

    private static RecordAnswer[] Sort(IReadOnlyList<Intent> batch, List<FieldBag> people)
    {
        var byKey = new Dictionary<string, List<FieldBag>>(StringComparer.OrdinalIgnoreCase);
        foreach (var person in people)
        {
            Add(byKey, person[FieldMap.SalesforceIdField].AsText(), person);
            Add(byKey, person["email"].AsText()?.Trim(), person);
        }

        var answers = new RecordAnswer[batch.Count];
        for (var i = 0; i < answers.Length; i++)
        {
            var row = batch[i].Row;
            List<FieldBag> found = [];
            foreach (var key in new[] { Subject.SalesforceId(row.Subject).ToString(), row.Fields[NewPeople.FormerLeadField].AsText(), NewPeople.Email(row.Fields) })
            {
                if (key is not null && byKey.TryGetValue(key, out var some))
                {
                    found.AddRange(some.Where(person => !found.Contains(person)));
                }
            }

            answers[i] = RecordAnswer.Of(i, found);
        }

        return answers;
    }

    private static void Add(Dictionary<string, List<FieldBag>> byKey, string? key, FieldBag person)
    {
        if (string.IsNullOrEmpty(key))
        {
            return;
        }

        if (!byKey.TryGetValue(key, out var list))
        {
            byKey.Add(key, list = []);
        }

        list.Add(person);
    }
}
