using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.Activities;

/// <summary>The person that a row of the log shows: after a merge the winner (sw:merge.activityRewrite; visits of one who was anonymous always), except on the row that tells of the loser's end.</summary>
internal static class ShownPerson
{
    public static int Of(MarketoInstance instance, int type, int personId)
    {
        var id = personId;
        while (type != ActivityTypes.DeleteLead && instance.Store.People.FindAny(id) is { MergedInto: not 0 } row && (instance.Options.Switches.MergeActivityRewrite || instance.Cookies.IsAnonymous(row)))
        {
            id = row.MergedInto;
        }

        return id;
    }
}
