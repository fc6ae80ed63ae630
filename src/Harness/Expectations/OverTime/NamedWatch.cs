using SfMarketo.Harness.Scenarios;

namespace SfMarketo.Harness.Expectations.OverTime;

/// <summary>A record that the timeline named, or its counterpart: looked up again only when a row that has to do with it changes.</summary>
internal sealed class NamedWatch(Expectation.Named one, IEndRecords records, Func<IReadOnlyList<NamedRecord>> names) : Watch
{
    private static readonly string[] Links = ["sfdcPersonId", "MarketoPersonId__c", "ConvertedContactId", "personId"];

    private readonly HashSet<string> concerned = [];
    private NamedRecord? known;
    private IReadOnlyList<EndRecord> rows = [];
    private bool wasThere;

    /// <summary>A record that was there and is gone counts as wrong; one that was never there yet does not count.</summary>
    public override long Fitting => wasThere ? Math.Max(1, rows.Count) : 0;

    public override bool All => rows.Count == 1 && Fits(rows[0]);

    public override bool Any => rows.Any(Fits);

    public override string Value => rows switch
    {
        [] => wasThere ? $"{one.Who} is no {one.Of.Words}" : $"there was no {one.Of.Words} of {one.Who}",
        [var row] => Fits(row) ? $"{one.Of.Words} {row.Id} had it" : string.Join("; ", FieldTests.Wrong(one.Of, row, one.With, row)),
        _ => FormattableString.Invariant($"{one.Who} is {rows.Count} records of {one.Of.Words}, not 1"),
    };

    public override void Apply(TrackedRows changed, long now)
    {
        if (known is null)
        {
            known = names().FirstOrDefault(record => record.Name == one.Who);
            if (known is null)
            {
                return;
            }

            concerned.Add(known.Id);
            LookUp();
        }
        else if (changed.Changes.Any(change => Concerns(changed.Of, change)))
        {
            LookUp();
        }
    }

    public override IReadOnlyList<Witness> Witnesses(bool ofTruth)
    {
        if (rows.Count == 0)
        {
            return known is null ? [] : [new Witness(known.Id, $"{one.Who} ({known.Of.Words} {known.Id}) is 0 records of {one.Of.Words}, not 1")];
        }

        return [.. rows.Where(row => rows.Count > 1 || Fits(row) == ofTruth).Take(Witness.Shown).Select(row => new Witness(row.Id, Fits(row)
            ? $"{one.Of.Words} {row.Id} has {ExpectationText.Tests(one.With)}"
            : string.Join("; ", FieldTests.Wrong(one.Of, row, one.With, row))))];
    }

    private bool Fits(EndRecord row) => FieldTests.Fit(one.With, row, row);

    private bool Concerns(ScenarioObject of, in RowChange change)
    {
        if (concerned.Contains(change.Key))
        {
            return true;
        }

        if (change.After is not { } row)
        {
            return false;
        }

        foreach (var link in Links)
        {
            if (HasLink(of, link) && ValueText.Of(row.Get(link)) is { } id && concerned.Contains(id))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasLink(ScenarioObject of, string link) => link switch
    {
        "sfdcPersonId" => of == ScenarioObject.Person,
        "MarketoPersonId__c" => of == ScenarioObject.Lead || of == ScenarioObject.Contact,
        "ConvertedContactId" => of == ScenarioObject.Lead,
        _ => of == ScenarioObject.CampaignRequest || of == ScenarioObject.ListMember || of == ScenarioObject.ProgramMember,
    };

    private void LookUp()
    {
        rows = Counterparts.Find(records, known!, one.Of);
        wasThere |= rows.Count > 0;
        foreach (var row in rows)
        {
            concerned.Add(row.Key);
        }

        if (known!.Of == ScenarioObject.Lead && records.Find(ScenarioObject.Lead, known.Id)?.Get("ConvertedContactId") is string contact)
        {
            concerned.Add(contact);
        }
    }
}
