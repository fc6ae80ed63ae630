using SfMarketo.Kernel.Csv;
using SfMarketo.MarketoSim.Campaigns;
using SfMarketo.MarketoSim.Instance;
using SfMarketo.MarketoSim.SmartLists;

namespace SfMarketo.MarketoSim.BulkExtract;

/// <summary>People by one of created, updated, static list, smart list.</summary>
internal sealed record LeadQuery(IReadOnlyList<string> Headers, IReadOnlyList<PersonField> Fields) : ExportQuery(Headers)
{
    public DateRange? Created { get; init; }

    /// <summary>The last change of any field, not the visible <c>updatedAt</c>.</summary>
    public DateRange? Updated { get; init; }

    public int? ListId { get; init; }

    /// <summary>Its rules as they were when the job was created; who is in it counts when the file is written.</summary>
    public MarketoSmartList? SmartList { get; init; }

    protected override int WriteRows(MarketoInstance instance, long now, CsvWriter writer)
    {
        var people = instance.Store.People;
        var count = 0;
        if (ListId is { } list)
        {
            foreach (var id in instance.Store.Lists.Of(list).Keys)
            {
                count += Write(instance, people.FindLive(id), writer);
            }

            return count;
        }

        var smart = SmartList is null ? null : new SmartList(instance, SmartList.Filters);
        for (var place = 0; place < people.Count; place++)
        {
            var row = people.At(place);
            if (smart is null ? Created?.Holds(row.CreatedAt) ?? Updated?.Holds(row.ChangedAt) ?? false : !instance.Cookies.IsAnonymous(row) && smart.Contains(row))
            {
                count += Write(instance, row, writer);
            }
        }

        return count;
    }

    private int Write(MarketoInstance instance, PersonRow? row, CsvWriter writer)
    {
        if (row is not { IsLive: true } || !Sees(instance, row))
        {
            return 0;
        }

        foreach (var field in Fields)
        {
            WriteValue(writer, row.Values[field.Number]);
        }

        writer.EndRow();
        return 1;
    }
}
