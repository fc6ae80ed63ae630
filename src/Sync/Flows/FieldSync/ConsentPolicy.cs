using SfMarketo.Sync.Mapping;

namespace SfMarketo.Sync.Flows.FieldSync;

/// <summary>The policy of the opt-out: true always flows, false only on evidence, and where it cannot be told which came last, true counts. Pure.</summary>
/// <remarks>
/// Evidence in Salesforce is a row that goes from true to false, which only people bring about: before the engine itself sends a false, it forgets what it knew
/// (<see cref="Forget"/>), so that its own write is never taken for theirs. Evidence in Marketo is in the log of changes (<see cref="ConsentEvidence"/>).
/// practice.md 1.1, engine.md A17.
/// </remarks>
internal sealed class ConsentPolicy(Canonical canonical)
{
    private readonly ulong isOut = canonical.Hash(FieldType.Boolean, true);
    private readonly ulong isIn = canonical.Hash(FieldType.Boolean, false);

    /// <summary>The row's flag was read.</summary>
    /// <param name="pair">With its shadow, which is brought up to date.</param>
    /// <param name="index">The field's place in the map.</param>
    /// <param name="field">The field.</param>
    /// <param name="name">Its name on the row.</param>
    /// <param name="row">The row.</param>
    /// <param name="isSameVersion">The row has not changed since its last version was processed.</param>
    /// <param name="result">Takes what is wanted.</param>
    public void FromSalesforce(Pair pair, int index, MappedField field, string name, FieldBag row, bool isSameVersion, FieldSyncResult result)
    {
        var shadow = pair.Link.Shadow;
        var known = shadow.Salesforce(index);
        var toSalesforce = Pending(pair.PendingSalesforce, name);
        var toMarketo = Pending(pair.PendingMarketo, field.Marketo);
        if (canonical.Hash(field.Type, row[name]) == isOut)
        {
            if (toSalesforce == false && (known == isOut || (known == 0 && isSameVersion)))
            {
                // The opt-in from Marketo has not arrived yet.
                return;
            }

            shadow.SetSalesforce(index, isOut);
            if (toSalesforce == false)
            {
                result.Withdrawn.Add(name);
            }

            if (shadow.Marketo(index) != isOut || toMarketo == false)
            {
                Write(result, result.ToMarketo, field.Marketo, true);
            }

            if (known != isOut && shadow.Marketo(index) == isOut)
            {
                // An opt-in there that was not read yet must not count against this opt-out.
                shadow.SetMarketo(index, 0);
                result.ReadMarketo = true;
            }

            return;
        }

        shadow.SetSalesforce(index, isIn);
        if (known == isOut)
        {
            // Somebody has un-ticked the box.
            if (toSalesforce == true)
            {
                result.Withdrawn.Add(name);
            }

            if (shadow.Marketo(index) != isIn || toMarketo == true)
            {
                Write(result, result.ToMarketo, field.Marketo, false);
            }
        }
        else if (shadow.Marketo(index) == isOut && toMarketo != false && toSalesforce != false)
        {
            Write(result, result.ToSalesforce, name, true);
        }
    }

    /// <summary>The person's flag was read.</summary>
    /// <param name="pair">With its shadow, which is brought up to date.</param>
    /// <param name="index">The field's place in the map.</param>
    /// <param name="field">The field.</param>
    /// <param name="name">Its name on the row.</param>
    /// <param name="person">The person, with the marks of <see cref="ConsentMarks"/>.</param>
    /// <param name="result">Takes what is wanted.</param>
    public void FromMarketo(Pair pair, int index, MappedField field, string name, FieldBag person, FieldSyncResult result)
    {
        var shadow = pair.Link.Shadow;
        var known = shadow.Marketo(index);
        var toMarketo = Pending(pair.PendingMarketo, field.Marketo);
        var toSalesforce = Pending(pair.PendingSalesforce, name);
        var optedOut = ConsentMarks.At(person, ConsentMarks.OptedOut);
        var optedIn = ConsentMarks.At(person, ConsentMarks.OptedIn);
        var reads = canonical.Hash(field.Type, person[field.Marketo]);
        if (reads == isOut)
        {
            if (toMarketo == false && known != isIn && optedOut == 0)
            {
                // The opt-in from Salesforce has not arrived yet.
                return;
            }

            shadow.SetMarketo(index, isOut);
            if (toMarketo == false)
            {
                Write(result, result.ToMarketo, field.Marketo, true);
            }

            OptOutInSalesforce();
        }
        else if (optedOut > 0 && optedOut >= optedIn)
        {
            // Opted out, and set back since without anybody's word.
            shadow.SetMarketo(index, isIn);
            Write(result, result.ToMarketo, field.Marketo, true);
            OptOutInSalesforce();
        }
        else if (known != isOut || toMarketo == false)
        {
            shadow.SetMarketo(index, isIn);
            if (shadow.Salesforce(index) == isOut && toSalesforce != false && toMarketo != false)
            {
                Write(result, result.ToMarketo, field.Marketo, true);
            }
        }
        else if (optedIn > 0)
        {
            shadow.SetMarketo(index, isIn);
            if (toMarketo == true)
            {
                Write(result, result.ToMarketo, field.Marketo, false);
            }

            if (shadow.Salesforce(index) != isIn || toSalesforce == true)
            {
                Write(result, result.ToSalesforce, name, false);
            }
        }
        else if (person[ConsentMarks.Denied].AsBoolean() == true || toMarketo == true)
        {
            shadow.SetMarketo(index, isIn);
            Write(result, result.ToMarketo, field.Marketo, true);
            OptOutInSalesforce();
        }
        else
        {
            // Set back, and the log has said nothing of it yet: the evidence may be on its way.
            result.IsSuspect = true;
        }

        void OptOutInSalesforce()
        {
            if (shadow.Salesforce(index) != isOut || toSalesforce == false)
            {
                Write(result, result.ToSalesforce, name, true);
            }

            if ((known == isIn || optedOut > 0) && shadow.Salesforce(index) == isOut)
            {
                // A box un-ticked there that was not read yet must not count against this opt-out. Where it was only not known here, Salesforce's own opt-out
                // has asked for this read: to ask back would go on for ever.
                shadow.SetSalesforce(index, 0);
                result.ReadSalesforce = true;
            }
        }
    }

    /// <summary>Called before a write is sent: after a false of the engine's own that side's value is not known until it is acknowledged or read.</summary>
    /// <returns>True when the shadow was changed.</returns>
    public static bool Forget(FieldMap map, Shadow shadow, FieldBag fields, SalesforceObject? record)
    {
        if (map.ConsentIndex is not (>= 0 and var index))
        {
            return false;
        }

        var name = record is { } side ? map.Fields[index].On(side) : map.Fields[index].Marketo;
        if (name is null || !fields.TryGet(name, out var value) || value.AsBoolean() != false)
        {
            return false;
        }

        if (record is null)
        {
            shadow.SetMarketo(index, 0);
        }
        else
        {
            shadow.SetSalesforce(index, 0);
        }

        return true;
    }

    /// <summary>An address and its opt-out travel together: a new address alone would take over the consent of whoever had it.</summary>
    /// <returns>True when both are in the write: it is read back.</returns>
    public bool Accompany(FieldMap map, Shadow shadow, FieldBag toMarketo)
    {
        if (map.ConsentIndex is not (>= 0 and var index) || !toMarketo.TryGet("email", out _))
        {
            return false;
        }

        var name = map.Fields[index].Marketo;
        if (!toMarketo.TryGet(name, out var value) && (shadow.Marketo(index) == isOut || (shadow.Marketo(index) == 0 && shadow.Salesforce(index) == isOut)))
        {
            toMarketo.Set(name, value = true);
        }

        return value.AsBoolean() == true;
    }

    /// <summary>
    /// An opt-out for a person who holds somebody else's address would opt that one out too: it waits for the row, whose address goes out together with it.
    /// </summary>
    /// <returns>True when it was taken out of the write.</returns>
    public bool Withhold(FieldMap map, Shadow shadow, FieldBag toMarketo) =>
        map.ConsentIndex is >= 0 and var index && shadow.Salesforce(index) == isOut && toMarketo[map.Fields[index].Marketo].AsBoolean() == true && toMarketo.Remove(map.Fields[index].Marketo);

    private static bool? Pending(FieldBag? pending, string name) => pending is not null && pending.TryGet(name, out var value) ? value.AsBoolean() : null;

    private static void Write(FieldSyncResult result, FieldBag side, string name, bool value)
    {
        result.IsConsent = true;
        side.Set(name, value);
    }
}
