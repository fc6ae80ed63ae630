using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Leads;

namespace SfMarketo.MarketoSim.Partitions;

/// <summary><c>GET /rest/v1/leads/partitions.json</c>: those that the caller sees.</summary>
internal static class PartitionList
{
    public static void Answer(MarketoCall call)
    {
        call.StartResult();
        foreach (var partition in call.Instance.Options.Partitions)
        {
            if (!LeadAccess.Sees(call, partition))
            {
                continue;
            }

            call.Sim.Records++;
            call.Json.WriteStartObject();
            call.Json.WriteNumber("id"u8, partition.Id);
            call.Json.WriteString("name"u8, partition.Name);
            if (partition.Description is { } description)
            {
                call.Json.WriteString("description"u8, description);
            }

            call.Json.WriteEndObject();
        }

        call.EndResult();
    }
}
