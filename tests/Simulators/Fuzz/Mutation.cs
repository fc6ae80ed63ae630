using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SfMarketo.Tests.Simulators.Fuzz;

/// <summary>Makes odd texts and bodies of good ones.</summary>
/// <param name="random">Seeded: the same seed gives the same requests.</param>
/// <param name="known">Values of earlier answers: ids, names, tokens.</param>
internal sealed class Mutation(Random random, IReadOnlyList<string> known)
{
    public T Pick<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];

    public bool Chance(double share) => random.NextDouble() < share;

    /// <summary>A text in the place of another one.</summary>
    public string Value(string was) => random.Next(4) switch
    {
        0 when known.Count > 0 => Pick(known),
        1 => Text(was),
        _ => Pick(OddValues.Text),
    };

    /// <summary>A text with a few characters changed, cut, doubled or put in.</summary>
    public string Text(string was)
    {
        var text = new StringBuilder(was);
        for (var count = random.Next(1, 4); count > 0; count--)
        {
            var at = random.Next(text.Length + 1);
            switch (random.Next(5))
            {
                case 0 when at < text.Length:
                    text.Remove(at, Math.Min(random.Next(1, 8), text.Length - at));
                    break;
                case 1 when text.Length < 5000:
                    text.Insert(at, text.ToString(at, Math.Min(random.Next(1, 30), text.Length - at)));
                    break;
                case 2:
                    text.Insert(at, Pick(OddValues.Text));
                    break;
                case 3 when at < text.Length:
                    text[at] = Pick("{}[]\",:;'\\()<>=!&|*.-+ \n\r\t0aZ\0%_");
                    break;
                default:
                    text.Length = at;
                    break;
            }
        }

        return text.ToString();
    }

    public string Json(string was)
    {
        string text;
        try
        {
            var root = JsonNode.Parse(was);
            for (var count = random.Next(1, 4); count > 0; count--)
            {
                Change(root);
            }

            text = root?.ToJsonString() ?? "null";
        }
        catch (Exception broken) when (broken is JsonException or ArgumentException or InvalidOperationException)
        {
            return Text(was);
        }

        foreach (var mark in Marks(text))
        {
            text = text.Replace(mark, Pick(OddValues.Json), StringComparison.Ordinal);
        }

        return text;
    }

    // A value that is no JSON has no node: a mark holds its place until the text is written.
    private static IEnumerable<string> Marks(string text) => text.Contains("\"@odd", StringComparison.Ordinal) ? ["\"@odd0\"", "\"@odd1\"", "\"@odd2\"", "\"@odd3\""] : [];

    private void Change(JsonNode? root)
    {
        var places = new List<JsonNode>();
        Collect(root, places);
        if (places.Count == 0)
        {
            return;
        }

        if (Pick(places) is JsonObject map)
        {
            ChangeMember(map);
        }
        else if (Pick(places) is JsonArray list)
        {
            ChangeItem(list);
        }
    }

    private void ChangeMember(JsonObject map)
    {
        if (map.Count == 0 || Chance(0.1))
        {
            map[Pick(OddValues.Text)] = Odd();
            return;
        }

        var name = map.ElementAt(random.Next(map.Count)).Key;
        var value = map[name];
        if (Chance(0.15))
        {
            map.Remove(name);
        }
        else if (Chance(0.15))
        {
            map.Remove(name);
            map[Text(name)] = value;
        }
        else
        {
            map[name] = Other(value);
        }
    }

    private void ChangeItem(JsonArray list)
    {
        if (list.Count == 0 || Chance(0.2))
        {
            list.Add(Odd());
        }
        else if (Chance(0.3))
        {
            list.Add(list[random.Next(list.Count)]?.DeepClone());
        }
        else if (Chance(0.2))
        {
            list.RemoveAt(random.Next(list.Count));
        }
        else
        {
            var at = random.Next(list.Count);
            list[at] = Other(list[at]);
        }
    }

    private JsonNode? Other(JsonNode? value)
    {
        if (known.Count > 0 && Chance(0.2))
        {
            var id = Pick(known);
            return int.TryParse(id, out var number) ? number : id;
        }

        if (value is JsonValue && value.GetValueKind() == JsonValueKind.String && Chance(0.4))
        {
            return Text(value.GetValue<string>());
        }

        return Chance(0.1) ? new JsonArray(value?.DeepClone()) : Odd();
    }

    private JsonNode Odd() => "@odd" + random.Next(4);

    private static void Collect(JsonNode? node, List<JsonNode> places)
    {
        if (node is JsonObject map)
        {
            places.Add(map);
            foreach (var (_, value) in map)
            {
                Collect(value, places);
            }
        }
        else if (node is JsonArray list)
        {
            places.Add(list);
            foreach (var value in list)
            {
                Collect(value, places);
            }
        }
    }

    private char Pick(string of) => of[random.Next(of.Length)];
}
