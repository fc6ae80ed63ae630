using SfMarketo.Kernel.Csv;
using SfMarketo.Kernel.Recording;
using SfMarketo.MarketoSim.Campaigns;
using SfMarketo.MarketoSim.Instance;
using SfMarketo.MarketoSim.Objects;
using SfMarketo.MarketoSim.SmartLists;

namespace SfMarketo.MarketoSim.BulkExtract;

/// <summary>Records of a custom object by update, or by the static or smart list of the people they are linked to.</summary>
internal sealed record ObjectQuery(IReadOnlyList<string> Headers, IReadOnlyList<PersonField> Fields, string ApiName) : ExportQuery(Headers)
{
    private const string Lead = "Lead";

    public DateRange? Updated { get; init; }

    public int? ListId { get; init; }

    /// <summary>Its rules as they were when the job was created; who is in it counts when the file is written.</summary>
    public MarketoSmartList? SmartList { get; init; }

    protected override int WriteRows(MarketoInstance instance, long now, CsvWriter writer)
    {
        var table = instance.Store.Objects.FindCustom(ApiName)!;
        var links = table.Kind.Links.Where(link => link.Object == Lead).Select(link => (table.Kind[link.Field], instance.Schema.Find(link.Key)!)).ToList();
        var smart = SmartList is null ? null : new SmartList(instance, SmartList.Filters);
        var count = 0;
        for (var place = 0; place < table.Count; place++)
        {
            if (table.FindLive(place) is not { } row || !Selects(instance, table.Kind, row, links, smart))
            {
                continue;
            }

            foreach (var field in Fields)
            {
                WriteValue(writer, row.Values[field.Number]);
            }

            writer.EndRow();
            count++;
        }

        return count;
    }

    private bool Selects(MarketoInstance instance, ObjectKind kind, ObjectRow row, List<(PersonField Field, PersonField Key)> links, SmartList? smart)
    {
        if (ListId is null && smart is null)
        {
            return Updated is { } span && WireTime.TryParse(row.Values[kind.UpdatedAt.Number] as string, out var at) && span.Holds(Micros.From(at));
        }

        foreach (var (field, key) in links)
        {
            if (PersonWriter.Wire(row.Values[field.Number]) is { } value)
            {
                foreach (var person in instance.Store.People.Find(key, value))
                {
                    var owner = instance.Store.People.FindLive(person)!;
                    if (Sees(instance, owner) && (ListId is { } list ? instance.Store.Lists.Contains(list, person) : smart!.Contains(owner)))
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }
}
