using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.Leads;

/// <summary>Keeps visitors: anonymous people for browsers that nobody has told of, and who they turn out to be.</summary>
/// <remarks>
/// Source: Marketo REST API, "Leads", associate lead: the anonymous history goes to the lead. A browser that was another lead's belongs to the new one from now on,
/// what was before stays.
/// </remarks>
internal sealed class CookieWriter(MarketoInstance instance)
{
    private MarketoStore Store => instance.Store;

    /// <summary>The live person of a browser; after a merge the winner.</summary>
    public PersonRow? Find(string token)
    {
        var row = Store.Cookies.Find(token) is { } id ? Store.People.FindAny(id) : null;
        while (row is { IsLive: false, MergedInto: not 0 })
        {
            row = Store.People.FindAny(row.MergedInto);
        }

        return row is { IsLive: true } ? row : null;
    }

    public bool IsAnonymous(PersonRow row) => row.Values[instance.Schema.IsAnonymous.Number] is true;

    /// <summary>Says whose browser it is.</summary>
    /// <param name="row">The person.</param>
    /// <param name="token">The cookie's token.</param>
    /// <param name="withHistory">An anonymous person's visits become this one's.</param>
    /// <param name="context">Who says so.</param>
    public void Associate(PersonRow row, string token, bool withHistory, in ChangeContext context)
    {
        var before = Find(token);
        if (before?.Id == row.Id)
        {
            return;
        }

        Store.Cookies.Set(token, row.Id);
        if (withHistory && before is not null && IsAnonymous(before))
        {
            instance.Writer.End(before, "merge", row.Id, context);
        }
    }

    /// <summary>A visit of a page: Visit Webpage (1) of the browser's person, who is made as an anonymous one when there is none.</summary>
    /// <returns>The person.</returns>
    public PersonRow Visit(string token, string cookie, string page, in ChangeContext context)
    {
        var row = Find(token);
        if (row is null)
        {
            row = instance.Writer.AddAnonymous(cookie, context);
            Store.Cookies.Set(token, row.Id);
        }

        Store.Activities.Append(new ActivityEntry(context.At, row.Id, ActivityTypes.VisitWebpage, 0, 0, page, [null, null, null, null, page, null, null]));
        return row;
    }
}
