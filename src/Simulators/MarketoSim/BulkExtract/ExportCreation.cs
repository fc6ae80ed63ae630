using System.Globalization;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;
using SfMarketo.MarketoSim.Options;
using SfMarketo.MarketoSim.Programs;
using SfMarketo.MarketoSim.SmartLists;

namespace SfMarketo.MarketoSim.BulkExtract;

/// <summary>The create calls: filters and fields of each kind of extract.</summary>
internal static class ExportCreation
{
    private const int MostPrimaries = 50;
    private const int MostPrograms = 10;

    private static readonly string[] LeadFilters = ["createdAt", "smartListId", "smartListName", "staticListId", "staticListName", "updatedAt"];
    private static readonly string[] ObjectFilters = ["smartListId", "smartListName", "staticListId", "staticListName", "updatedAt"];
    private static readonly string[] ActivityFilters = ["activityTypeIds", "createdAt", "primaryAttributeValueIds", "primaryAttributeValues"];
    private static readonly string[] MemberFilters = ["isExhausted", "nurtureCadence", "programId", "programIds", "statusNames", "updatedAt"];

    /// <summary>Types whose primary attributes can be asked for, as they may be together.</summary>
    private static readonly int[][] PrimaryGroups = [[ActivityTypes.ChangeDataValue, ActivityTypes.ChangeScore], [ActivityTypes.ChangeStatusInProgression], [ActivityTypes.AddToList, ActivityTypes.RemoveFromList], [ActivityTypes.FillOutForm]];

    public static void Answer(MarketoCall call, ExportKind kind)
    {
        if (ExportRequest.Read(call) is not { } request)
        {
            return;
        }

        ExportQuery? query = kind switch
        {
            ExportKind.Leads => Leads(request),
            ExportKind.Activities => Activities(request),
            ExportKind.Objects => Objects(request, ExportPage.ApiName(call, kind)),
            _ => Members(request),
        };
        if (request.Problem is { } problem)
        {
            call.Fail(problem);
            return;
        }

        if (call.Instance.Limits.IsVolumeSpent(call.Sim.Now))
        {
            call.Fail(MarketoErrors.ExportQuota);
            return;
        }

        var exports = call.Store.Exports;
        var number = exports.NextNumber;
        var id = call.Instance.Draws.Fork(string.Create(CultureInfo.InvariantCulture, $"marketo.export.{number}")).NextGuid();
        var job = new ExportJob(number, id.ToString(), kind, call.Token!.Credential.User, request.Format, query! with { Visible = call.Token.Credential.Partitions }, call.Sim.Now) { ApiName = ExportPage.ApiName(call, kind) };
        exports.Add(job);
        call.StartResult();
        ExportPage.Write(call, job);
        call.EndResult();
    }

    private static LeadQuery Leads(ExportRequest request)
    {
        var fields = Resolve(request, request.Call.Instance.Schema.Find);
        CheckOne(request, LeadFilters);
        var smart = SmartListOf(request);
        return new LeadQuery(request.Headers(request.Fields), fields) { Created = request.Range("createdAt"), Updated = request.UpdatedRange(), ListId = List(request), SmartList = smart };
    }

    private static ObjectQuery? Objects(ExportRequest request, string name)
    {
        if (request.Call.Store.Objects.FindCustom(name)?.Kind is not { } kind)
        {
            request.Refuse(MarketoErrors.ObjectNotFound);
            return null;
        }

        var fields = Resolve(request, kind.Find);
        CheckOne(request, ObjectFilters);
        var smart = SmartListOf(request);
        return new ObjectQuery(request.Headers(request.Fields), fields, name) { Updated = request.Range("updatedAt"), ListId = List(request), SmartList = smart };
    }

    private static ActivityQuery? Activities(ExportRequest request)
    {
        CheckNames(request, ActivityFilters);
        var fields = request.Fields.Count == 0 ? ActivityQuery.DefaultFields : [.. request.Fields];
        Unknown(request, fields.Where(field => !ActivityQuery.AllFields.Contains(field)));
        if (!request.Filter.ContainsKey("createdAt"))
        {
            request.Refuse(MarketoErrors.MissingParameter("createdAt"));
        }

        var types = request.Wholes("activityTypeIds");
        if (types?.Contains(ActivityTypes.DeleteLead) == true || types?.Any(type => request.Call.Store.TypeOf(type) is null) == true)
        {
            request.Refuse(MarketoErrors.InvalidData("Invalid activityTypeIds"));
        }

        var ids = request.Wholes("primaryAttributeValueIds");
        var values = request.Texts("primaryAttributeValues");
        CheckPrimaries(request, types, ids?.Count ?? values?.Count, ids is not null && values is not null);
        return request.Range("createdAt") is not { } created
            ? null
            : new ActivityQuery(request.Headers(fields), fields) { Created = created, Types = types, PrimaryIds = ids, PrimaryValues = values };
    }

    private static void CheckPrimaries(ExportRequest request, HashSet<int>? types, int? count, bool both)
    {
        if (both)
        {
            request.Refuse(MarketoErrors.InvalidData("primaryAttributeValueIds and primaryAttributeValues cannot be combined"));
        }
        else if (count > MostPrimaries)
        {
            request.Refuse(MarketoErrors.InvalidData($"The number of primary attribute values {count} is over {MostPrimaries}"));
        }
        else if (count is not null && (types is not { Count: > 0 } || !PrimaryGroups.Any(types.IsSubsetOf)))
        {
            request.Refuse(MarketoErrors.InvalidData("Primary attribute values need activityTypeIds of one group"));
        }
    }

    private static MemberQuery Members(ExportRequest request)
    {
        CheckNames(request, MemberFilters);
        var programs = request.Wholes("programIds")?.Order().ToList();
        var one = request.Whole("programId");
        if ((programs is null) == (one is null))
        {
            request.Refuse(programs is null ? MarketoErrors.MissingParameter("programId") : MarketoErrors.InvalidData("programId and programIds cannot be combined"));
        }
        else if (programs is { Count: 0 or > MostPrograms })
        {
            request.Refuse(MarketoErrors.InvalidData($"The number of programIds {programs.Count} is not 1 to {MostPrograms}"));
        }

        List<int> wanted = programs ?? (one is { } id ? [id] : []);
        var statuses = request.Texts("statusNames");
        CheckPrograms(request, wanted, statuses);
        var columns = MemberColumns(request, programs is not null);
        var exhausted = request.Filter.TryGetValue("isExhausted", out var flag) ? flag.ToString() : null;
        var cadence = request.Text("nurtureCadence");
        if (exhausted is not (null or "True" or "False"))
        {
            request.Refuse(MarketoErrors.InvalidValue(exhausted, "Boolean"));
        }

        // The definition says paus, the page's text pause.
        if (cadence is not (null or "norm" or "paus" or "pause"))
        {
            request.Refuse(MarketoErrors.InvalidData($"Invalid nurtureCadence '{cadence}'"));
        }

        var names = columns.Select(column => column.Field.Name).ToList();
        return new MemberQuery(request.Headers(names), columns, wanted)
        {
            IsExhausted = exhausted is null ? null : exhausted == "True",
            Cadence = cadence == "pause" ? NurtureState.Paused : cadence,
            StatusNames = statuses,
            Updated = request.UpdatedRange(),
        };
    }

    private static void CheckPrograms(ExportRequest request, List<int> programs, HashSet<string>? statuses)
    {
        var assets = request.Call.Instance.Assets;
        var found = programs.Select(assets.FindProgram).OfType<Programs.MarketoProgram>().ToList();
        if (found.Count < programs.Count)
        {
            request.Refuse(MarketoErrors.ObjectNotFound);
        }
        else if (statuses?.FirstOrDefault(status => found.TrueForAll(program => assets.FindStatus(program, status) is null)) is { } unknown)
        {
            request.Refuse(MarketoErrors.InvalidData($"Invalid statusNames '{unknown}'"));
        }
    }

    /// <summary>Fields of members and of people; several programs have the program's id in front.</summary>
    private static List<MemberColumn> MemberColumns(ExportRequest request, bool severalPrograms)
    {
        var members = request.Call.Instance.MemberSchema;
        var people = request.Call.Instance.Schema;
        var fields = Resolve(request, name => members.Find(name) ?? people.Find(name));
        var columns = fields.ConvertAll(field => new MemberColumn(field, members.Find(field.Name) is null));
        if (severalPrograms)
        {
            columns.RemoveAll(column => column.Field.Name == "programId");
            columns.Insert(0, new MemberColumn(members.Find("programId")!, false));
        }

        return columns;
    }

    private static List<PersonField> Resolve(ExportRequest request, Func<string, PersonField?> find)
    {
        if (request.Fields.Count == 0)
        {
            request.Refuse(MarketoErrors.MissingParameter("fields"));
        }

        Unknown(request, request.Fields.Where(name => find(name) is null));
        return [.. request.Fields.Select(find).OfType<PersonField>()];
    }

    private static void Unknown(ExportRequest request, IEnumerable<string> names)
    {
        if (string.Join(", ", names) is { Length: > 0 } list)
        {
            request.Refuse(MarketoErrors.InvalidData($"Invalid fields [{list}]"));
        }
    }

    private static void CheckOne(ExportRequest request, string[] known)
    {
        CheckNames(request, known);
        if (request.Filter.Count != 1)
        {
            request.Refuse(MarketoErrors.InvalidData("The filter must have exactly one of " + string.Join(", ", known)));
        }
    }

    private static void CheckNames(ExportRequest request, string[] known)
    {
        if (request.Filter.Keys.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
        {
            request.Refuse(MarketoErrors.InvalidData($"Invalid filter '{unknown}'"));
        }
    }

    /// <summary>Not every subscription has these filters (sw:extract.updatedAtFilter).</summary>
    private static MarketoSmartList? SmartListOf(ExportRequest request)
    {
        if (!request.Filter.ContainsKey("smartListId") && !request.Filter.ContainsKey("smartListName"))
        {
            return null;
        }

        var id = request.Whole("smartListId");
        var name = request.Text("smartListName");
        var found = request.Call.Instance.Assets.SmartLists.FirstOrDefault(list => list.Id == id || list.Name == name);
        if (request.Call.Instance.Options.Switches.ExtractUpdatedAtFilter == UpdatedAtFilter.Unsupported)
        {
            request.Refuse(MarketoErrors.UnsupportedFilter);
        }
        else if (found is null)
        {
            request.Refuse(MarketoErrors.ObjectNotFound);
        }

        return found;
    }

    private static int? List(ExportRequest request)
    {
        if (!request.Filter.ContainsKey("staticListId") && !request.Filter.ContainsKey("staticListName"))
        {
            return null;
        }

        var lists = request.Call.Instance.Assets.Lists;
        var id = request.Whole("staticListId");
        var name = request.Text("staticListName");
        var found = lists.FirstOrDefault(list => list.Id == id || list.Name == name);
        if (found is null)
        {
            request.Refuse(MarketoErrors.ObjectNotFound);
        }

        return found?.Id;
    }
}
