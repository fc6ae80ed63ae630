using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace SfMarketo.Harness.Checks;

/// <summary>Q12: at the end what the engine knows of each linked pair is what both systems hold, so that an audit finds no difference that nothing explains.</summary>
/// <remarks>
/// The engine keeps a keyed hash of each mapped field on each side, of the value that it read last or wrote there. One that is wrong makes it take an old value for
/// news, or news for an echo. Explained are a hash of zero (not known), and what hangs on a write that was given up. That the two systems agree is Q1's. Of a journal, which Q12 also
/// speaks of, the engine has none. Source: engine.md R5, Q12; the form of the hashes is in docs/records.md.
/// </remarks>
internal sealed class ShadowCheck() : StateCheck("Q12", "What the engine knows of linked records is what both systems hold")
{
    private const long Map = 2;
    private const ulong Blank = 1;

    private static readonly (string Marketo, string? Lead, string? Contact, Form Form)[] Fields =
    [
        ("email", "Email", "Email", Form.Email),
        ("firstName", "FirstName", "FirstName", Form.Text),
        ("lastName", "LastName", "LastName", Form.Text),
        ("company", "Company", null, Form.Text),
        ("leadStatus", "Status", null, Form.Text),
        ("mobilePhone", "MobilePhone", "MobilePhone", Form.Text),
        ("sfdcAccountKey", null, "AccountId", Form.Text),
        ("leadScore", "Lead_Score__c", "Lead_Score__c", Form.Number),
        (ConsentLog.AtMarketo, ConsentLog.AtSalesforce, ConsentLog.AtSalesforce, Form.Flag),
    ];

    private bool hasLinks = true;

    private enum Form
    {
        Text,
        Email,
        Number,
        Flag,
    }

    /// <summary>A run without linked records holds nothing that the rule speaks of.</summary>
    protected override bool Applies => hasLinks;

    protected override void Judge(SystemsState end, EngineState engine)
    {
        hasLinks = engine.Shadows.Count > 0;
        var links = new LinkTable(end);
        var hash = new KeyedHash(engine.HashKey.First, engine.HashKey.Second);
        var givenUp = engine.DeadLetters.Select(letter => letter.Subject).ToHashSet(StringComparer.Ordinal);
        foreach (var shadow in engine.Shadows)
        {
            if (shadow.Map != Map || shadow.Hashes.Length != Fields.Length * 16)
            {
                Violate($"The shadow is of field map {shadow.Map} with {shadow.Hashes.Length} bytes; judges know map {Map} with {Fields.Length * 16}", null, "Person " + shadow.Person);
            }
            else if (!givenUp.Contains("sf:" + shadow.Row) && !givenUp.Contains("mk:" + shadow.Person)
                && links.Person(shadow.Person) is { Live: true } person && links.Row(shadow.Row) is { Row.Live: true } pair && !LinkTable.IsConverted(pair.Object, pair.Row))
            {
                Compare(shadow, person, pair.Object, pair.Row, hash);
            }
        }
    }

    private void Compare(EngineShadow shadow, StateRecord person, string type, StateRecord row, KeyedHash hash)
    {
        for (var place = 0; place < Fields.Length; place++)
        {
            var field = Fields[place];
            if ((type == RecordWords.Lead ? field.Lead : field.Contact) is { } name)
            {
                Compare(shadow, place * 16, row[name], field.Form, hash, $"{type} {row.Id}", name);
                Compare(shadow, (place * 16) + 8, person[field.Marketo], field.Form, hash, "Person " + person.Id, field.Marketo);
            }
        }
    }

    private void Compare(EngineShadow shadow, int at, object? value, Form form, KeyedHash hash, string record, string field)
    {
        var known = BinaryPrimitives.ReadUInt64LittleEndian(shadow.Hashes.AsSpan(at));
        if (known == 0)
        {
            return;
        }

        Examined++;
        if (known != Hash(value, form, hash))
        {
            Violate($"The engine knows another {field} than there is", null, record);
        }
    }

    private static ulong Hash(object? value, Form form, KeyedHash hash)
    {
        var text = form == Form.Flag ? (value is true ? "true" : "false") : Convert.ToString(value, CultureInfo.InvariantCulture)!.Trim();
        if (text.Length == 0)
        {
            return Blank;
        }

        var found = hash.Of(Encoding.UTF8.GetBytes(form switch
        {
            Form.Email => text.ToLowerInvariant(),
            Form.Number when decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number.ToString("0.############################", CultureInfo.InvariantCulture),
            _ => text,
        }));
        return found <= Blank ? found + 2 : found;
    }
}
