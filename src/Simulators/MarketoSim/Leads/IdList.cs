using System.Text.Json;
using SfMarketo.MarketoSim.Calls;

namespace SfMarketo.MarketoSim.Leads;

/// <summary>The body <c>{"input":[{"id":1}]}</c>, whatever the id's member is called.</summary>
internal static class IdList
{
    private const int MaxRecords = 300;

    /// <summary>Reads the ids of <c>input</c>; other members of the body are passed over. False when the call was refused.</summary>
    public static bool TryRead(MarketoCall call, ref Utf8JsonReader reader, string member, List<int> ids)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isInput = reader.ValueTextEquals("input"u8);
            reader.Read();
            if (!isInput || reader.TokenType != JsonTokenType.StartArray)
            {
                reader.Skip();
                continue;
            }

            if (!TryReadRecords(call, ref reader, member, ids))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Refuses none at all (1002) and more than 300 (1003; the code is unverified).</summary>
    public static bool CheckCount(MarketoCall call, int count)
    {
        call.Sim.Records = count;
        if (count is > 0 and <= MaxRecords)
        {
            return true;
        }

        call.Fail(count == 0 ? MarketoErrors.MissingParameter("input") : MarketoErrors.InvalidData($"The number of records {count} is over {MaxRecords}"));
        return false;
    }

    /// <summary>Reads an array of records with one id each; the reader is on its bracket. False when the call was refused.</summary>
    public static bool TryReadRecords(MarketoCall call, ref Utf8JsonReader reader, string member, List<int> ids)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                call.Fail(MarketoErrors.InvalidJson);
                return false;
            }

            int? id = null;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isId = reader.ValueTextEquals(member);
                reader.Read();
                if (isId && (reader.TokenType != JsonTokenType.Number || !reader.TryGetInt32(out var value)))
                {
                    call.Fail(MarketoErrors.InvalidValue(member, "Integer"));
                    return false;
                }
                else if (isId)
                {
                    id = reader.GetInt32();
                }

                reader.Skip();
            }

            if (id is not { } found)
            {
                call.Fail(MarketoErrors.MissingParameter(member));
                return false;
            }

            ids.Add(found);
        }

        return true;
    }
}
