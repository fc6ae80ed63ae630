using System.Runtime.CompilerServices;

namespace SfMarketo.MarketoSim.Instance;

/// <summary>Texts that repeat over many activities, by number. Forks share it until one of them adds a text.</summary>
internal sealed class ActivityTexts
{
    /// <summary>Texts that turn out to be unique must not fill the table for nothing.</summary>
    private const int Capacity = 16_384;

    private const int Recent = 64;

    private readonly (string? Text, int Number)[] recent = new (string?, int)[Recent];
    private Dictionary<string, int> numbers;
    private List<string> texts;
    private bool shared;

    public ActivityTexts() => (numbers, texts) = (new Dictionary<string, int>(StringComparer.Ordinal), []);

    private ActivityTexts(ActivityTexts other) => (numbers, texts, shared) = (other.numbers, other.texts, true);

    public string this[int number] => texts[number];

    /// <summary>The text's number; -1 when it has none and gets none.</summary>
    public int NumberOf(string text)
    {
        // Names of fields, sources and reasons come as the same objects again and again.
        ref var known = ref recent[(RuntimeHelpers.GetHashCode(text) >>> 3) & (Recent - 1)];
        if (!ReferenceEquals(known.Text, text))
        {
            known = (text, Find(text));
        }

        return known.Number;
    }

    private int Find(string text)
    {
        if (numbers.TryGetValue(text, out var number))
        {
            return number;
        }

        if (texts.Count >= Capacity)
        {
            return -1;
        }

        if (shared)
        {
            numbers = new Dictionary<string, int>(numbers, StringComparer.Ordinal);
            texts = [.. texts];
            shared = false;
        }

        numbers.Add(text, texts.Count);
        texts.Add(text);
        return texts.Count - 1;
    }

    public ActivityTexts Fork()
    {
        shared = true;
        return new ActivityTexts(this);
    }
}
