using SfMarketo.Sync.Mapping;

namespace SfMarketo.Sync.Flows.FieldSync;

/// <summary>The field sync under all flows. Pure: a version of one side, and what is known of both, give the writes to the other.</summary>
/// <remarks>
/// A write is wanted when the owner's value differs from what the other side is known to hold. A value that is known already is an echo, whoever
/// wrote it; no timestamp decides (engine.md R5, R6). While an older value is on its way the newest one is wanted even where the other side holds it
/// still: it takes the older one's place, and whether a call is needed is seen when it is sent. The pair's shadow is brought up to date with what was read.
/// </remarks>
internal sealed class FieldSyncFlow(FieldMap map, Canonical canonical)
{
    private readonly ConsentPolicy consent = new(canonical);

    /// <summary>Stands in a required field of a Lead that Marketo has no value for. It never flows back (practice.md 1.11).</summary>
    public const string NotProvided = "[not provided]";

    /// <summary>A version of the pair's Lead or Contact was read.</summary>
    public FieldSyncResult FromSalesforce(Pair pair, FieldBag row)
    {
        var result = new FieldSyncResult();
        var shadow = pair.Link.Shadow;
        for (var i = 0; i < map.Fields.Count; i++)
        {
            var field = map.Fields[i];
            if (field.On(pair.Link.Object) is not { } name || !row.TryGet(name, out var value))
            {
                continue;
            }

            var hash = canonical.Hash(field.Type, value);
            switch (field.Owner)
            {
                case FieldOwner.Consent:
                    consent.FromSalesforce(pair, i, field, name, row, RecordVersions.StampOf(row) == pair.Link.SalesforceStamp, result);
                    break;

                case FieldOwner.Salesforce:
                    shadow.SetSalesforce(i, hash);
                    if ((hash != shadow.Marketo(i) || IsPending(pair.PendingMarketo, field.Marketo)) && !IsWithheld(field, value, hash))
                    {
                        result.ToMarketo.Set(field.Marketo, Canonical.Send(field.Type, value));
                    }

                    break;

                case FieldOwner.Marketo:
                    shadow.SetSalesforce(i, hash);
                    result.ReadMarketo |= hash != shadow.Marketo(i) && shadow.Marketo(i) > Canonical.Blank && !IsPending(pair.PendingSalesforce, name);
                    break;

                default:
                    if (hash != shadow.Salesforce(i) || (pair.RefusedByMarketo && !IsPending(pair.PendingSalesforce, name)))
                    {
                        shadow.SetSalesforce(i, hash);
                        if (IsPending(pair.PendingSalesforce, name))
                        {
                            result.Withdrawn.Add(name);
                        }

                        if (hash != shadow.Marketo(i) || IsPending(pair.PendingMarketo, field.Marketo))
                        {
                            result.ToMarketo.Set(field.Marketo, Canonical.Send(field.Type, value));
                        }
                    }

                    break;
            }
        }

        return result;
    }

    /// <summary>The pair's person was read.</summary>
    public FieldSyncResult FromMarketo(Pair pair, FieldBag person)
    {
        var result = new FieldSyncResult();
        var shadow = pair.Link.Shadow;
        var isMoved = false;
        for (var i = 0; i < map.Fields.Count; i++)
        {
            var field = map.Fields[i];
            if (!person.TryGet(field.Marketo, out var value))
            {
                continue;
            }

            var name = field.On(pair.Link.Object);
            if (field.Owner == FieldOwner.Consent && name is not null)
            {
                consent.FromMarketo(pair, i, field, name, person, result);
                continue;
            }

            var hash = canonical.Hash(field.Type, value);
            var known = shadow.Marketo(i);
            shadow.SetMarketo(i, hash);
            if (name is null)
            {
                continue;
            }

            switch (field.Owner)
            {
                case FieldOwner.Marketo:
                    // A person who clears a value has made a change; a value that was never there has nothing to say.
                    if ((hash != shadow.Salesforce(i) || IsPending(pair.PendingSalesforce, name)) && (hash != Canonical.Blank || known > Canonical.Blank))
                    {
                        result.ToSalesforce.Set(name, Canonical.Send(field.Type, value));
                    }

                    break;

                case FieldOwner.Salesforce:
                    var isForeign = hash != shadow.Salesforce(i) && !IsPending(pair.PendingMarketo, field.Marketo);
                    result.ReadSalesforce |= isForeign && hash != known;
                    isMoved |= isForeign && field.Type == FieldType.Email;
                    break;

                default:
                    if ((hash != known || pair.RefusedBySalesforce) && (hash != shadow.Salesforce(i) || IsPending(pair.PendingSalesforce, name)) && !IsPending(pair.PendingMarketo, field.Marketo))
                    {
                        result.ToSalesforce.Set(name, Canonical.Send(field.Type, value));
                    }

                    break;
            }
        }

        if (isMoved && consent.Withhold(map, shadow, result.ToMarketo))
        {
            result.ReadSalesforce = true;
        }

        return result;
    }

    /// <summary>Two records were found to be one human: both sides' values are known at once, Salesforce's count first.</summary>
    public FieldSyncResult FirstMeeting(Pair pair, FieldBag row, FieldBag person)
    {
        var shadow = pair.Link.Shadow;
        var isConsentUnknown = false;
        for (var i = 0; i < map.Fields.Count; i++)
        {
            var field = map.Fields[i];
            if (field.Owner == FieldOwner.Consent && !person.TryGet(field.Marketo, out _))
            {
                // Just created: Marketo may have opted the person out by itself, as the address was.
                isConsentUnknown = true;
                continue;
            }

            shadow.SetMarketo(i, canonical.Hash(field.Type, person[field.Marketo]));
        }

        var result = FromSalesforce(pair, row);
        var answer = FromMarketo(pair, person);
        foreach (var field in answer.ToSalesforce)
        {
            result.ToSalesforce.Set(field.Name, field.Value);
        }

        Met(pair, row, person);
        result.IsConsent |= answer.IsConsent;
        result.ReadMarketo = isConsentUnknown;
        result.ReadSalesforce = false;
        return result;
    }

    /// <summary>Both flags were seen in one instant: nothing about them is in doubt.</summary>
    private void Met(Pair pair, FieldBag row, FieldBag person)
    {
        if (map.ConsentIndex is not (>= 0 and var index))
        {
            return;
        }

        var field = map.Fields[index];
        if (field.On(pair.Link.Object) is { } name && row.TryGet(name, out var ofRow))
        {
            pair.Link.Shadow.SetSalesforce(index, canonical.Hash(field.Type, ofRow));
        }

        if (person.TryGet(field.Marketo, out var ofPerson))
        {
            pair.Link.Shadow.SetMarketo(index, canonical.Hash(field.Type, ofPerson));
        }
    }

    private static bool IsWithheld(MappedField field, FieldValue value, ulong hash) =>
        value.AsText() == NotProvided || (field.Type == FieldType.Id && hash == Canonical.Blank);

    private static bool IsPending(FieldBag? pending, string name) => pending is not null && pending.TryGet(name, out _);
}
