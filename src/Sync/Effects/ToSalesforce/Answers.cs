using SfMarketo.Sync.State;

namespace SfMarketo.Sync.Effects.ToSalesforce;

/// <summary>Deals the rows of a query out to the subjects that asked.</summary>
internal static class Answers
{
    /// <param name="batch">Each with a Salesforce subject.</param>
    /// <param name="rows">What the query gave.</param>
    /// <param name="key">The field that names the subject.</param>
    public static RecordAnswer[] ByKey(IReadOnlyList<Intent> batch, List<FieldBag> rows, string key)
    {
        var places = new Dictionary<string, int>(batch.Count, StringComparer.Ordinal);
        var found = new List<FieldBag>?[batch.Count];
        for (var i = 0; i < batch.Count; i++)
        {
            places[Subject.SalesforceId(batch[i].Row.Subject).ToString()] = i;
        }

        foreach (var row in rows)
        {
            if (row[key].AsText() is { } id && places.TryGetValue(id, out var place))
            {
                (found[place] ??= []).Add(row);
            }
        }

        var answers = new RecordAnswer[batch.Count];
        for (var i = 0; i < answers.Length; i++)
        {
            answers[i] = RecordAnswer.Of(i, found[i] ?? []);
        }

        return answers;
    }
}
