namespace SfMarketo.SalesforceSim.Soap;

/// <summary>An element of a request.</summary>
/// <param name="Namespace">Of its name.</param>
/// <param name="Name">Without prefix.</param>
/// <param name="Type">The local part of <c>xsi:type</c>, or null.</param>
/// <param name="IsNil"><c>xsi:nil</c>.</param>
internal sealed record SoapNode(string Namespace, string Name, string? Type, bool IsNil)
{
    /// <summary>In order.</summary>
    public List<SoapNode> Children { get; } = [];

    /// <summary>All text that stands directly in it.</summary>
    public string Text { get; set; } = "";

    /// <summary>The first child of this name, in whatever namespace: clients differ in them.</summary>
    public SoapNode? Child(string name)
    {
        foreach (var child in Children)
        {
            if (child.Name == name)
            {
                return child;
            }
        }

        return null;
    }

    /// <summary>The text of a child; null when it is missing, nil or empty.</summary>
    public string? TextOf(string name) => Child(name) is { IsNil: false } child && child.Text.Trim() is { Length: > 0 } text ? text : null;

    /// <summary><c>true</c> or <c>1</c>; false when it is missing.</summary>
    public bool IsTrue(string name) => TextOf(name) is "true" or "1";

    /// <summary>The texts of all children of this name.</summary>
    public IReadOnlyList<string> TextsOf(string name) => [.. Children.Where(child => child.Name == name && !child.IsNil).Select(child => child.Text.Trim())];
}
