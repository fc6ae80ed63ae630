using System.Text.Json;
using System.Text.Json.Serialization;

namespace SfMarketo.Cli.Workers;

/// <summary>How orders and answers travel between a command and its workers: JSON, one object a line.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IncludeFields = true,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    Converters = [typeof(LocalTimeJson)])]
[JsonSerializable(typeof(RunOrder))]
[JsonSerializable(typeof(WorkerLine))]
internal sealed partial class WorkerProtocol : JsonSerializerContext
{
    public static string Write(RunOrder order) => JsonSerializer.Serialize(order, Default.RunOrder);

    public static string Write(WorkerLine line) => JsonSerializer.Serialize(line, Default.WorkerLine);

    /// <exception cref="JsonException">It is no order.</exception>
    public static RunOrder ReadOrder(string line) => JsonSerializer.Deserialize(line, Default.RunOrder) ?? throw new JsonException("There is no order in the line.");

    /// <exception cref="JsonException">It is nothing that a worker says.</exception>
    public static WorkerLine ReadLine(string line) => JsonSerializer.Deserialize(line, Default.WorkerLine) ?? throw new JsonException("There is nothing in the line.");
}
