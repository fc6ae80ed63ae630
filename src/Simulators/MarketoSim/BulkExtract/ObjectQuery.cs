using SfMarketo.Kernel.Csv;
using SfMarketo.Kernel.Recording;
using SfMarketo.MarketoSim.Instance;
using SfMarketo.MarketoSim.Objects;

namespace SfMarketo.MarketoSim.BulkExtract;

/// <summary>Records of a custom object by update, or by the static list of the people they are linked to.</summary>
internal sealed record ObjectQuery(IReadOnlyList<string> Headers, IReadOnlyList<PersonField> Fields, string ApiName) : ExportQuery(Headers)
{
    private const string Lead = "Lead";

    public DateRange? Updated { get; init; }

    public int? ListId { get; init; }

    protected override int WriteRows(MarketoInstance instance, long now, CsvWriter writer)
    {
        var table = instance.Store.Objects.FindCustom(ApiName)!;
        var links = table.Kind.Links.Where(link => link.Object == Lead).Select(link => (table.Kind[link.Field], instance.Schema.Find(link.Key)!)).ToList();
        var count = 0;
        for (var place = 0; place < table.Count; place++)
        {
            if (table.FindLive(place) is not { } row || !Selects(instance, table.Kind, row, links))
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

    private bool Selects(MarketoInstance instance, ObjectKind kind, ObjectRow row, List<(PersonField Field, PersonField Key)> links)
    {
        if (ListId is not { } list)
        {
            return Updated is { } span && WireTime.TryParse(row.Values[kind.UpdatedAt.Number] as string, out var at) && span.Holds(Micros.From(at));
        }

        foreach (var (field, key) in links)
        {
            if (PersonWriter.Wire(row.Values[field.Number]) is { } value)
            {
                foreach (var person in instance.Store.People.Find(key, value))
                {
                    if (instance.Store.Lists.Contains(list, person))
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }
}
