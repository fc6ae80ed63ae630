namespace SfMarketo.Harness.Scenarios.Yaml;

/// <summary>A YAML value with its place. Our own tree, because YamlDotNet's refuses duplicate keys by an exception and stops there.</summary>
internal abstract record YamlNode(Place Place)
{
    /// <summary>How a message calls this kind of value.</summary>
    public abstract string Kind { get; }

    /// <summary>A scalar. <see cref="Plain"/>: written without quotes, so that null, true and numbers mean what YAML says.</summary>
    public sealed record Text(string Value, bool Plain, Place Place) : YamlNode(Place)
    {
        public bool IsNull => Plain && (Value is "" or "~" or "null" or "Null" or "NULL");

        public override string Kind => IsNull ? "nothing" : $"'{Value}'";
    }

    public sealed record List(IReadOnlyList<YamlNode> Items, Place Place) : YamlNode(Place)
    {
        public override string Kind => "a list";
    }

    /// <summary>A mapping in the order of the file, duplicates removed (and reported).</summary>
    public sealed record Map(IReadOnlyList<Entry> Entries, Place Place) : YamlNode(Place)
    {
        public override string Kind => "a map of keys";

        public YamlNode? Find(string key)
        {
            foreach (var entry in Entries)
            {
                if (entry.Key.Value == key)
                {
                    return entry.Value;
                }
            }

            return null;
        }
    }

    public sealed record Entry(Text Key, YamlNode Value);
}
