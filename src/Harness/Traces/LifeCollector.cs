using System.Buffers.Text;
using SfMarketo.Harness.Records;

namespace SfMarketo.Harness.Traces;

/// <summary>Reads everything that the records say of one life, in one pass over each file.</summary>
internal sealed class LifeCollector(RecordFolder records, LifeDraft life, bool withCompany)
{
    private readonly LifeRecords found = new();
    private readonly SortedSet<string> companies = new(StringComparer.Ordinal);
    private readonly HashSet<(string Sim, long Call)> touched = [];

    public LifeRecords Collect()
    {
        if (withCompany)
        {
            FindCompanies();
        }

        foreach (var sim in RecordFolder.Sims.Reverse())
        {
            Commits(sim);
            Readings(sim);
            found.Messages.AddRange(records.Messages(sim, Search(sim)).Where(message => message.Notifications.Any(item => IsOwn(sim, item.Object, item.RowId))));
            Calls(sim);
        }

        return found;
    }

    private LineTest Search(string sim)
    {
        var ids = life.Members.Where(member => member.Key.Sim == sim).Select(member => member.Key.Id);
        return LineSearch.For(sim == RecordFolder.Salesforce ? [.. ids, .. life.Related, .. withCompany ? life.Accounts : []] : [.. ids, .. companies], []);
    }

    private void FindCompanies()
    {
        foreach (var commit in records.Commits(RecordFolder.Marketo, LineSearch.For(life.Accounts, [])))
        {
            if (commit.Object == RecordKey.CompanyObject && CommitTies.Values(commit, "externalCompanyId").Any(life.Accounts.Contains))
            {
                companies.Add(commit.Id);
            }
        }
    }

    private bool IsOwn(string sim, string name, string id) =>
        life.Members.Exists(member => member.Key.Sim == sim && member.Key.Id == id && (sim == RecordFolder.Salesforce || member.Key.Object == name))
        || (sim == RecordFolder.Salesforce ? life.Related.Contains(id) || (withCompany && life.Accounts.Contains(id)) : name == RecordKey.CompanyObject && companies.Contains(id));

    private void Commits(string sim)
    {
        foreach (var commit in records.Commits(sim, Search(sim)))
        {
            if (IsOwn(sim, commit.Object, commit.Id) || CommitTies.About(commit).Any(life.Has))
            {
                found.Commits.Add(commit);
                Touch(sim, commit.Call);
            }
        }
    }

    private void Readings(string sim)
    {
        var known = new Dictionary<(string Id, string Object, long Version), Reading>();
        foreach (var read in records.Delivered(sim, Search(sim)))
        {
            foreach (var item in read.Items)
            {
                if (!IsOwn(sim, item.Object, item.Id))
                {
                    continue;
                }

                touched.Add((sim, read.Call));
                if (known.TryGetValue((item.Id, item.Object, item.Version), out var reading))
                {
                    reading.Again++;
                    reading.LastAgain = read.At;
                }
                else
                {
                    known.Add((item.Id, item.Object, item.Version), reading = new Reading(sim, new RecordKey(sim, item.Object, item.Id), item.Version, read.At, read.Call));
                    found.Readings.Add(reading);
                }
            }
        }
    }

    private void Calls(string sim)
    {
        var needed = new HashSet<long>(found.Commits.Where(commit => commit.Sim == sim).Select(commit => commit.Call));
        needed.UnionWith(found.Readings.Where(reading => reading.Sim == sim).Select(reading => reading.Call));
        var names = new CallNames(life);
        var search = LineSearch.For(life.Members.Select(member => member.Key.Id), life.Emails);
        foreach (var call in records.Calls(sim, line => needed.Contains(NumberOf(line)) || search(line)))
        {
            if (needed.Contains(call.Call))
            {
                found.Calls[(sim, call.Call)] = call;
            }
            else if (!touched.Contains((sim, call.Call)) && names.Find(call) is not null)
            {
                found.Asked.Add(call);
            }
        }
    }

    private void Touch(string sim, long call)
    {
        if (call > 0)
        {
            touched.Add((sim, call));
        }
    }

    /// <summary>The number of a line's call without parsing the line; -1 when it is not where it is always written.</summary>
    private static long NumberOf(ReadOnlySpan<byte> line)
    {
        var name = "\"call\":"u8;
        return line.IndexOf(name) is >= 0 and var at && Utf8Parser.TryParse(line[(at + name.Length)..], out long number, out _) ? number : -1;
    }
}
