using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;

namespace SfMarketo.Cli.Workers;

/// <summary>A time of day as nanoseconds since midnight.</summary>
internal sealed class LocalTimeJson : JsonConverter<LocalTime>
{
    public override LocalTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => LocalTime.FromNanosecondsSinceMidnight(reader.GetInt64());

    public override void Write(Utf8JsonWriter writer, LocalTime value, JsonSerializerOptions options) => writer.WriteNumberValue(value.NanosecondOfDay);
}
